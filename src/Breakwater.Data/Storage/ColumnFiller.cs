using ParquetSharp;

namespace Breakwater.Data;

/// <summary>Puts batches into a row group: missing numbers and empty texts become NULL.</summary>
internal sealed unsafe class ColumnFiller
{
    private short[] _isThere = [];
    private double[] _numbers = [];
    private ByteArray[] _texts = [];

    public void Fill(RowGroupWriter group, RowBatch batch)
    {
        MakeRoom(batch.Count);
        using (var times = (ColumnWriter<long>)group.Column(0))
        {
            times.WriteBatch(batch.Times());
        }

        for (int column = 1; column < batch.ColumnCount; column++)
        {
            using ColumnWriter writer = group.Column(column);
            if (batch.IsNumber(column))
            {
                Write((ColumnWriter<double>)writer, batch.Numbers(column));
            }
            else
            {
                Write((ColumnWriter<ByteArray>)writer, batch, column);
            }
        }
    }

    private void MakeRoom(int rows)
    {
        if (_isThere.Length < rows)
        {
            _isThere = new short[rows];
            _numbers = new double[rows];
            _texts = new ByteArray[rows];
        }
    }

    private void Write(ColumnWriter<double> writer, ReadOnlySpan<double> numbers)
    {
        int count = 0;
        for (int row = 0; row < numbers.Length; row++)
        {
            bool isThere = !double.IsNaN(numbers[row]);
            _isThere[row] = isThere ? (short)1 : (short)0;
            _numbers[count] = numbers[row];
            count += isThere ? 1 : 0;
        }

        writer.WriteBatch(numbers.Length, _isThere.AsSpan(0, numbers.Length), [], _numbers.AsSpan(0, count));
    }

    private void Write(ColumnWriter<ByteArray> writer, RowBatch batch, int column)
    {
        fixed (byte* bytes = batch.Texts(column))
        {
            int count = 0;
            byte* next = bytes;
            for (int row = 0; row < batch.Count; row++)
            {
                int length = batch.Text(column, row).Length;
                _isThere[row] = length > 0 ? (short)1 : (short)0;
                _texts[count] = new ByteArray((nint)next, length);
                next += length;
                count += length > 0 ? 1 : 0;
            }

            writer.WriteBatch(batch.Count, _isThere.AsSpan(0, batch.Count), [], _texts.AsSpan(0, count));
        }
    }
}
