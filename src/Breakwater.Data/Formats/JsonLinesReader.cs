using System.Text.Json;

namespace Breakwater.Data;

/// <summary>Records of a file with a JSON document on each line; a line that is not JSON is one bad record.</summary>
internal sealed class JsonLinesReader(LineReader lines, IReadOnlyList<string> names, int recordDepth) : IRecordReader
{
    private readonly JsonFlattener _flattener = new(names, recordDepth);
    private JsonReaderState _state;
    private int _consumed = -1;
    private int _recordsInLine;

    public IReadOnlyList<string> Names => names;

    public long Line => lines.Number;

    public string Problem { get; private set; } = "";

    public ReadOnlySpan<byte> Raw => lines.Line;

    public ReadOnlySpan<byte> Field(int index) => _flattener.Field(index);

    public RecordStatus Read()
    {
        while (_consumed >= 0 || StartLine())
        {
            if (lines.IsTooLong)
            {
                _consumed = -1;
                Problem = $"the line is longer than {LineReader.MaximumLength} bytes";
                return RecordStatus.Bad;
            }

            if (ReadRecord() is { } status)
            {
                return status;
            }
        }

        return RecordStatus.End;
    }

    private bool StartLine()
    {
        do
        {
            if (!lines.Read())
            {
                return false;
            }
        } while (lines.Line.IsEmpty);

        _consumed = 0;
        _recordsInLine = 0;
        _state = default;
        _flattener.Reset();
        return true;
    }

    private RecordStatus? ReadRecord()
    {
        try
        {
            var reader = new Utf8JsonReader(lines.Line[_consumed..], isFinalBlock: true, _state);
            bool complete = false;
            while (!complete && reader.Read())
            {
                complete = _flattener.Consume(ref reader);
            }

            _consumed = complete ? _consumed + (int)reader.BytesConsumed : -1;
            _state = reader.CurrentState;
            return complete ? Count() : EndOfLine();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            _consumed = -1;
            Problem = $"not JSON: {failure.Message}";
            return RecordStatus.Bad;
        }
    }

    private RecordStatus Count()
    {
        _recordsInLine++;
        return RecordStatus.Record;
    }

    /// <summary>A line may hold an empty list of records, but where it is itself the record it must be one.</summary>
    private RecordStatus? EndOfLine()
    {
        Problem = "the line holds no record";
        return _recordsInLine == 0 && recordDepth <= 2 ? RecordStatus.Bad : null;
    }
}
