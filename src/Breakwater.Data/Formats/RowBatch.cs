namespace Breakwater.Data;

/// <summary>Rows of one schema, column by column, in buffers that are filled again and again.</summary>
public sealed class RowBatch
{
    public const int DefaultCapacity = 2048;

    private readonly long[] _times;
    private readonly double[]?[] _numbers;
    private readonly TextColumn?[] _texts;

    public RowBatch(Schema schema, int capacity = DefaultCapacity)
    {
        Schema = schema;
        Capacity = capacity;
        _times = new long[capacity];
        _numbers = new double[]?[schema.Columns.Count];
        _texts = new TextColumn?[schema.Columns.Count];
        for (int column = 1; column < schema.Columns.Count; column++)
        {
            if (schema.Columns[column].Type == ColumnType.Number)
            {
                _numbers[column] = new double[capacity];
            }
            else
            {
                _texts[column] = new TextColumn(capacity);
            }
        }
    }

    public Schema Schema { get; }

    public int Capacity { get; }

    public int Count { get; private set; }

    internal int ColumnCount => _numbers.Length;

    public bool IsFull => Count == Capacity;

    /// <summary>Microseconds since 1970-01-01T00:00:00Z; only column 0 holds times.</summary>
    public ReadOnlySpan<long> Times(int column = 0) =>
        column == 0 ? _times.AsSpan(0, Count) : throw new ArgumentOutOfRangeException(nameof(column));

    public ReadOnlySpan<double> Numbers(int column) => _numbers[column]!.AsSpan(0, Count);

    public ReadOnlySpan<byte> Text(int column, int row) => _texts[column]!.Get(row);

    /// <summary>The texts of all rows, one after the other.</summary>
    internal ReadOnlySpan<byte> Texts(int column) => _texts[column]!.All(Count);

    internal bool IsNumber(int column) => _numbers[column] is not null;

    public void Clear()
    {
        Count = 0;
        foreach (TextColumn? texts in _texts)
        {
            texts?.Clear();
        }
    }

    /// <summary>Takes over a row of a batch of the same schema.</summary>
    public void Add(RowBatch source, int row)
    {
        _times[Count] = source._times[row];
        for (int column = 1; column < _numbers.Length; column++)
        {
            if (_numbers[column] is { } numbers)
            {
                numbers[Count] = source._numbers[column]![row];
            }
            else
            {
                _texts[column]!.Set(Count, source._texts[column]!.Get(row));
            }
        }

        Count++;
    }

    /// <summary>Empties the batch and makes place for one row that is then set column by column.</summary>
    internal void StartSingleRow()
    {
        Clear();
        Count = 1;
        for (int column = 1; column < _numbers.Length; column++)
        {
            _numbers[column]?.AsSpan(0, 1).Fill(double.NaN);
            _texts[column]?.Set(0, []);
        }
    }

    internal void SetTime(long microseconds) => _times[Count - 1] = microseconds;

    internal void SetNumber(int column, double value) => _numbers[column]![Count - 1] = value;

    /// <summary>Only the row that was started last may be set, once.</summary>
    internal void SetText(int column, ReadOnlySpan<byte> text) => _texts[column]!.Set(Count - 1, text);

    private sealed class TextColumn(int capacity)
    {
        private readonly int[] _ends = new int[capacity];
        private byte[] _bytes = new byte[capacity * 16];

        public ReadOnlySpan<byte> Get(int row) => _bytes.AsSpan(Start(row).._ends[row]);

        public ReadOnlySpan<byte> All(int count) => _bytes.AsSpan(..Start(count));

        public void Set(int row, ReadOnlySpan<byte> text)
        {
            int start = Start(row);
            int end = start + text.Length;
            if (end > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
            }

            text.CopyTo(_bytes.AsSpan(start));
            _ends[row] = end;
        }

        public void Clear() => _ends.AsSpan().Clear();

        private int Start(int row) => row == 0 ? 0 : _ends[row - 1];
    }
}
