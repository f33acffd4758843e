namespace Breakwater.Data.Tests;

/// <summary>Counts rows and holds each to its schema, without storing any.</summary>
internal sealed class CountingStore : IMarketStore
{
    public long Rows { get; private set; }

    public IStoreTransaction Begin() => new Transaction(this);

    public IReadOnlyList<StoredPartition> Partitions() => [];

    public IQueryResult Query(string sql) => throw new NotSupportedException();

    public void Dispose() { }

    private static void HoldToSchema(RowBatch batch)
    {
        for (int column = 1; column < batch.Schema.Columns.Count; column++)
        {
            Column rule = batch.Schema.Columns[column];
            for (int row = 0; row < batch.Count && rule.Type == ColumnType.Number; row++)
            {
                double value = batch.Numbers(column)[row];
                bool holds = rule.Rule switch
                {
                    ColumnRule.Positive => value > 0 && double.IsFinite(value),
                    ColumnRule.NotNegative => value >= 0 && double.IsFinite(value),
                    ColumnRule.Required => double.IsFinite(value),
                    _ => !double.IsInfinity(value),
                };
                Assert.True(holds, $"{batch.Schema.Name}.{rule.Name} is {value}");
            }
        }

        for (int row = 0; row < batch.Count; row++)
        {
            for (int column = 1; column < batch.Schema.Columns.Count; column++)
            {
                bool isText = batch.Schema.Columns[column].Type == ColumnType.Text;
                Assert.True(!isText || System.Text.Unicode.Utf8.IsValid(batch.Text(column, row)), "text is not UTF-8");
            }
        }

        foreach (long time in batch.Times())
        {
            Assert.InRange(time, TimeText.Earliest, TimeText.Latest - 1);
        }
    }

    private sealed class Transaction(CountingStore store) : IStoreTransaction
    {
        private long _rows;

        public void Append(Partition partition, RowBatch batch, bool isOrdered)
        {
            HoldToSchema(batch);
            _rows += batch.Count;
        }

        public CommitSummary Commit()
        {
            store.Rows += _rows;
            return new CommitSummary(1, _rows, _rows);
        }

        public void Dispose() { }
    }
}
