namespace Breakwater.Data;

internal enum RecordStatus
{
    Record,

    /// <summary>What stands here is no record; <see cref="IRecordReader.Problem"/> says why.</summary>
    Bad,
    End,
}
