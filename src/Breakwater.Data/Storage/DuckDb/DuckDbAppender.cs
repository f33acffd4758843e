using System.Runtime.CompilerServices;

namespace Breakwater.Data;

/// <summary>Appends batches of rows to a table, a vector at a time.</summary>
internal sealed unsafe class DuckDbAppender : IDisposable
{
    public const int InlineTextLength = 12;
    private const int TextElementSize = 16;

    private readonly Schema _schema;
    private nint _appender;
    private nint _chunk;

    public DuckDbAppender(DuckDbConnection connection, string table, Schema schema)
    {
        _schema = schema;
        if (DuckDbNative.CreateAppender(connection.Handle, null, table, out _appender) != DuckDbNative.Success)
        {
            throw DuckDbException.From(DuckDbNative.AppenderError(_appender));
        }

        _chunk = CreateChunk(schema);
    }

    public void Append(RowBatch batch)
    {
        DuckDbNative.ResetDataChunk(_chunk);
        for (int column = 0; column < _schema.Columns.Count; column++)
        {
            Write(DuckDbNative.DataChunkVector(_chunk, (ulong)column), batch, column);
        }

        DuckDbNative.SetDataChunkSize(_chunk, (ulong)batch.Count);
        Check(DuckDbNative.AppendDataChunk(_appender, _chunk));
    }

    public void Flush() => Check(DuckDbNative.FlushAppender(_appender));

    public void Dispose()
    {
        if (_appender != 0)
        {
            DuckDbNative.DestroyDataChunk(ref _chunk);
            _ = DuckDbNative.DestroyAppender(ref _appender);
        }
    }

    private static nint CreateChunk(Schema schema)
    {
        Span<nint> types = stackalloc nint[schema.Columns.Count];
        for (int column = 0; column < types.Length; column++)
        {
            types[column] = DuckDbNative.CreateLogicalType(TypeOf(schema.Columns[column].Type));
        }

        nint chunk;
        fixed (nint* first = types)
        {
            chunk = DuckDbNative.CreateDataChunk(first, (ulong)types.Length);
        }

        foreach (ref nint type in types)
        {
            DuckDbNative.DestroyLogicalType(ref type);
        }

        return chunk;
    }

    private static DuckDbType TypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Time => DuckDbType.Timestamp,
            ColumnType.Number => DuckDbType.Double,
            _ => DuckDbType.Text,
        };

    private void Write(nint vector, RowBatch batch, int column)
    {
        void* data = DuckDbNative.VectorData(vector);
        switch (_schema.Columns[column].Type)
        {
            case ColumnType.Time:
                batch.Times(column).CopyTo(new Span<long>(data, batch.Count));
                break;
            case ColumnType.Number:
                WriteNumbers(vector, data, batch.Numbers(column));
                break;
            default:
                WriteTexts(vector, (byte*)data, batch, column);
                break;
        }
    }

    private static void WriteNumbers(nint vector, void* data, ReadOnlySpan<double> numbers)
    {
        numbers.CopyTo(new Span<double>(data, numbers.Length));
        ulong* validity = null;
        for (int row = 0; row < numbers.Length; row++)
        {
            if (double.IsNaN(numbers[row]))
            {
                SetNull(vector, row, ref validity);
            }
        }
    }

    private static void WriteTexts(nint vector, byte* data, RowBatch batch, int column)
    {
        ulong* validity = null;
        for (int row = 0; row < batch.Count; row++)
        {
            ReadOnlySpan<byte> text = batch.Text(column, row);
            if (text.IsEmpty)
            {
                SetNull(vector, row, ref validity);
            }
            else if (text.Length <= InlineTextLength)
            {
                WriteInline(data + (row * TextElementSize), text);
            }
            else
            {
                fixed (byte* bytes = text)
                {
                    DuckDbNative.AssignString(vector, (ulong)row, bytes, (ulong)text.Length);
                }
            }
        }
    }

    private static void WriteInline(byte* element, ReadOnlySpan<byte> text)
    {
        Unsafe.InitBlockUnaligned(element, 0, TextElementSize);
        *(int*)element = text.Length;
        text.CopyTo(new Span<byte>(element + 4, InlineTextLength));
    }

    private static void SetNull(nint vector, int row, ref ulong* validity)
    {
        if (validity == null)
        {
            DuckDbNative.EnsureValidityWritable(vector);
            validity = DuckDbNative.VectorValidity(vector);
        }

        validity[row >> 6] &= ~(1UL << (row & 63));
    }

    private void Check(int state)
    {
        if (state != DuckDbNative.Success)
        {
            throw DuckDbException.From(DuckDbNative.AppenderError(_appender));
        }
    }
}
