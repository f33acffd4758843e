using System.Text;

namespace Breakwater.Data;

/// <summary>The names that one field of a file holds: one string for each, so that comparing is comparing references.</summary>
internal sealed class NamesOfField
{
    public const int LongestName = 64;

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private byte[] _lastText = [];
    private string? _last;

    /// <returns>Null where the text is too long for a name, or has control characters.</returns>
    public string? Of(ReadOnlySpan<byte> text)
    {
        // Neighbouring rows mostly say the same.
        if (_last is not null && text.SequenceEqual(_lastText))
        {
            return _last;
        }

        _last = text.Length > LongestName ? null : Read(text);
        _lastText = text.ToArray();
        return _last;
    }

    private string? Read(ReadOnlySpan<byte> text)
    {
        Span<char> letters = stackalloc char[LongestName];
        letters = letters[..Encoding.UTF8.GetChars(text, letters)];
        return letters.ContainsAnyInRange('\0', '\x1F') ? null : Intern(letters);
    }

    private string Intern(ReadOnlySpan<char> letters)
    {
        if (!_names.TryGetValue(letters, out string? name))
        {
            name = letters.ToString();
            _names[letters] = name;
        }

        return name;
    }
}
