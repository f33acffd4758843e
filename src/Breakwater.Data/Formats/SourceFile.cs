using System.IO.Compression;

namespace Breakwater.Data;

/// <summary>A file as it lies on disk: plain, gzip, or a zip of one or more files. What it is, its first bytes say.</summary>
public static class SourceFile
{
    private const int GzipTrailerLength = 4;

    /// <summary>Hands each contained file to the visitor, one after the other, decompressed while it is read.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static void Visit(string path, Action<SourceEntry> visitor)
    {
        using FileStream file = File.OpenRead(path);
        switch (Magic(file))
        {
            case 0x8B1F:
                using (var unzipped = new GZipStream(new BufferedStream(file, 1 << 16), CompressionMode.Decompress))
                {
                    visitor(
                        new SourceEntry(path, WithoutSuffix(path, ".gz"), new GzipEndCheck(unzipped, file, path), file)
                    );
                }

                break;
            case 0x4B50:
                VisitZip(path, file, visitor);
                break;
            default:
                visitor(new SourceEntry(path, Path.GetFileName(path), file, file));
                break;
        }
    }

    private static void VisitZip(string path, FileStream file, Action<SourceEntry> visitor)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        IEnumerable<ZipArchiveEntry> files = archive.Entries.Where(entry => !entry.FullName.EndsWith('/'));
        foreach (ZipArchiveEntry entry in files.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            string location = $"{path}:{entry.FullName}";
            using var content = new CheckedStream(entry.Open(), entry.Length, entry.Crc32, location);
            visitor(new SourceEntry(location, entry.Name, content, file));
        }
    }

    private static int Magic(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read < start.Length ? 0 : start[0] | (start[1] << 8);
    }

    private static string WithoutSuffix(string path, string suffix)
    {
        string name = Path.GetFileName(path);
        return name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? name[..^suffix.Length] : name;
    }

    /// <summary>A gzip that was cut off can end without complaint: its last four bytes say how long it had to be.</summary>
    private sealed class GzipEndCheck(Stream unzipped, FileStream file, string path) : ForwardStream
    {
        private long _read;

        public override int Read(Span<byte> buffer)
        {
            int count = Unzip(buffer);
            _read += count;
            if (count == 0 && !buffer.IsEmpty && !EndsWhereItShould())
            {
                throw new InvalidDataException($"{path}: the gzip file is cut off after {_read} bytes of content");
            }

            return count;
        }

        // What the framework says of damaged bytes is that their compression is not supported.
        private int Unzip(Span<byte> buffer)
        {
            try
            {
                return unzipped.Read(buffer);
            }
            catch (InvalidDataException damaged)
            {
                throw new InvalidDataException($"{path}: damaged gzip, after {_read} bytes of content", damaged);
            }
        }

        /// <summary>The last member of several cannot be longer than everything.</summary>
        private bool EndsWhereItShould()
        {
            if (file.Length < 18)
            {
                return false;
            }

            Span<byte> trailer = stackalloc byte[GzipTrailerLength];
            RandomAccess.Read(file.SafeFileHandle, trailer, file.Length - GzipTrailerLength);
            uint promised = BitConverter.ToUInt32(trailer);
            return promised == unchecked((uint)_read) || (file.Position == file.Length && promised < _read);
        }
    }
}
