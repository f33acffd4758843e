using System.Text.Json;

namespace Breakwater.Data;

/// <summary>Records of one JSON document, read piece by piece.</summary>
/// <remarks>
/// <see cref="Line"/> counts records, for such files have few line breaks. Where the text stops being JSON, that is one bad
/// record, and the end: what follows cannot be told apart.
/// </remarks>
internal sealed class JsonDocumentReader(Stream stream, IReadOnlyList<string> names, int recordDepth) : IRecordReader
{
    private readonly JsonFlattener _flattener = new(names, recordDepth);
    private JsonReaderState _state;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _atEnd;
    private bool _failed;

    public IReadOnlyList<string> Names => names;

    public long Line { get; private set; }

    public string Problem { get; private set; } = "";

    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_start, Math.Min(200, _end - _start));

    public ReadOnlySpan<byte> Field(int index) => _flattener.Field(index);

    public RecordStatus Read()
    {
        if (_failed)
        {
            return RecordStatus.End;
        }

        try
        {
            return Advance();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            _failed = true;
            Line++;
            Problem = $"not JSON: {failure.Message}";
            return RecordStatus.Bad;
        }
    }

    private RecordStatus Advance()
    {
        while (true)
        {
            if (ReadTokens())
            {
                Line++;
                return RecordStatus.Record;
            }

            if (_atEnd)
            {
                return RecordStatus.End;
            }

            Fill();
        }
    }

    private bool ReadTokens()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start.._end), _atEnd, _state);
        bool complete = false;
        while (!complete && reader.Read())
        {
            complete = _flattener.Consume(ref reader);
        }

        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return complete;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LineReader.MaximumLength)
            {
                throw new JsonException($"a value is longer than {LineReader.MaximumLength} bytes");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _atEnd = read == 0;
    }
}
