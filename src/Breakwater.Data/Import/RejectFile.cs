using System.Globalization;
using System.Text;

namespace Breakwater.Data;

/// <summary>Sets bad rows aside as they stood, each with its line and what is wrong; gone again unless it is kept.</summary>
internal sealed class RejectFile(string? folder, string location, bool isStrict) : IDisposable
{
    private const int LongestName = 60;
    private const string Unfinished = ".part";

    private FileStream? _file;

    public long Count { get; private set; }

    public string? Path { get; private set; }

    public string First { get; private set; } = "";

    /// <exception cref="BadRowException">The import is strict.</exception>
    public void Add(long line, string problem, ReadOnlySpan<byte> raw)
    {
        string message = string.Create(CultureInfo.InvariantCulture, $"{location}:{line}: {problem}");
        if (isStrict)
        {
            throw new BadRowException(message);
        }

        First = Count++ == 0 ? message : First;
        if (folder is not null)
        {
            Write(line, problem, raw);
        }
    }

    /// <summary>The file's good rows are stored, and these belong to them.</summary>
    public void Keep()
    {
        if (_file is { } file)
        {
            file.Dispose();
            _file = null;
            File.Move(file.Name, Path!, overwrite: true);
        }
    }

    public void Dispose()
    {
        if (_file is { } file)
        {
            file.Dispose();
            File.Delete(file.Name);
        }
    }

    private void Write(long line, string problem, ReadOnlySpan<byte> raw)
    {
        if (_file is null)
        {
            Directory.CreateDirectory(folder!);
            Path = System.IO.Path.Combine(folder!, NameFor(location));
            _file = File.Create(Path + Unfinished);
            _file.Write("line,problem,row\n"u8);
        }

        _file.Write(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{line},\"{problem.Replace('"', '\'')}\",\"")
            )
        );
        _file.Write(
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(raw).Replace("\"", "\"\"", StringComparison.Ordinal))
        );
        _file.Write("\"\n"u8);
    }

    /// <summary>The hash is of the whole location, for files of two folders may have one name.</summary>
    private static string NameFor(string location)
    {
        uint hash = 2166136261;
        foreach (byte letter in Encoding.UTF8.GetBytes(location))
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        string name = new([.. location.TakeLast(LongestName).Select(letter => IsPlain(letter) ? letter : '_')]);
        return string.Create(CultureInfo.InvariantCulture, $"{name}-{hash:x8}.csv");
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}
