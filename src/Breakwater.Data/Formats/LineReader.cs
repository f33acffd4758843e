namespace Breakwater.Data;

/// <summary>Lines of a stream, without their line ends, in one buffer of bounded size.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>Longer lines are given in part, and flagged.</summary>
    public const int MaximumLength = 1 << 20;

    private const int FirstSize = 1 << 16;

    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;
    private int _lineStart;
    private int _lineLength;
    private bool _atEnd;

    /// <summary>Of the line read last, from 1.</summary>
    public long Number { get; private set; }

    public bool IsTooLong { get; private set; }

    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    public bool Read()
    {
        int length = FindLineEnd(out bool isEnded);
        if (length < 0)
        {
            return false;
        }

        Number++;
        _lineStart = _start;
        IsTooLong = length > MaximumLength;
        _lineLength = Math.Min(length, MaximumLength);
        _start = Math.Min(_start + length + 1, _end);
        if (!isEnded && IsTooLong)
        {
            SkipRestOfLine();
        }
        else if (!IsTooLong && _lineLength > 0 && _buffer[_lineStart + _lineLength - 1] == '\r')
        {
            _lineLength--;
        }

        return true;
    }

    private int FindLineEnd(out bool isEnded)
    {
        int searched = 0;
        while (true)
        {
            int found = _buffer.AsSpan((_start + searched).._end).IndexOf((byte)'\n');
            isEnded = found >= 0;
            if (isEnded)
            {
                return searched + found;
            }

            searched = _end - _start;
            if (searched > MaximumLength)
            {
                return searched;
            }

            if (!Fill())
            {
                return searched == 0 ? -1 : searched;
            }
        }
    }

    private bool Fill()
    {
        if (_atEnd)
        {
            return false;
        }

        MakeRoom();
        int read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, MaximumLength + FirstSize));
        }
    }

    /// <summary>Keeps the part that was read at the front of the buffer, and reads over the rest behind it.</summary>
    private void SkipRestOfLine()
    {
        if (_lineStart > 0)
        {
            _buffer.AsSpan(_lineStart, _lineLength).CopyTo(_buffer);
            _lineStart = 0;
        }

        _start = _end = _lineLength;
        while (!_atEnd)
        {
            int read = stream.Read(_buffer.AsSpan(_lineLength));
            int found = _buffer.AsSpan(_lineLength, read).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _start = _lineLength + found + 1;
                _end = _lineLength + read;
                return;
            }

            _atEnd = read == 0;
        }
    }
}
