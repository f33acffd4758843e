namespace Breakwater.Data;

/// <summary>Compares what a decompressor gave with the length and checksum that the archive promised.</summary>
/// <remarks>The framework checks neither: a cut or altered archive would read as a shorter or different file.</remarks>
internal sealed class CheckedStream(Stream inner, long length, uint? checksum, string name) : ForwardStream
{
    private Crc32 _crc;
    private long _read;

    /// <exception cref="InvalidDataException">The stream ended elsewhere, or with another checksum, than promised.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = Unpack(buffer);
        _read += count;
        if (checksum is not null)
        {
            _crc.Append(buffer[..count]);
        }

        if (count == 0 && !buffer.IsEmpty && (_read != length || (checksum ?? _crc.Value) != _crc.Value))
        {
            throw new InvalidDataException(
                $"{name}: the archive is damaged: {_read} bytes came out where it promises {length}"
            );
        }

        return count;
    }

    // What the framework says of damaged bytes is that their compression is not supported.
    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidDataException($"{name}: the archive is damaged after {_read} bytes of content", damaged);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
