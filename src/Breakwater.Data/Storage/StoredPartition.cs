namespace Breakwater.Data;

public readonly record struct StoredPartition(Partition Partition, long Rows);
