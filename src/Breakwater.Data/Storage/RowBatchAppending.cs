namespace Breakwater.Data;

/// <summary>Batches of market data into DuckDB: missing numbers and empty texts become NULL.</summary>
internal static class RowBatchAppending
{
    public static void Append(this DuckDbAppender appender, RowBatch batch)
    {
        batch.Times().CopyTo(appender.Column(0).Values<long>(batch.Count));
        for (int column = 1; column < batch.ColumnCount; column++)
        {
            if (batch.IsNumber(column))
            {
                WriteNumbers(appender.Column(column), batch.Numbers(column));
            }
            else
            {
                WriteTexts(appender.Column(column), batch, column);
            }
        }

        appender.Append(batch.Count);
    }

    private static void WriteNumbers(DuckDbVector vector, ReadOnlySpan<double> numbers)
    {
        numbers.CopyTo(vector.Values<double>(numbers.Length));
        for (int row = 0; row < numbers.Length; row++)
        {
            if (double.IsNaN(numbers[row]))
            {
                vector.SetNull(row);
            }
        }
    }

    private static void WriteTexts(DuckDbVector vector, RowBatch batch, int column)
    {
        for (int row = 0; row < batch.Count; row++)
        {
            ReadOnlySpan<byte> text = batch.Text(column, row);
            if (text.IsEmpty)
            {
                vector.SetNull(row);
            }
            else
            {
                vector.SetText(row, text);
            }
        }
    }
}
