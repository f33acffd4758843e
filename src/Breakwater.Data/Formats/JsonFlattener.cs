using System.Globalization;
using System.Text.Json;

namespace Breakwater.Data;

/// <summary>Cuts JSON into records: everything inside one container at a given depth, flattened to dotted paths.</summary>
/// <remarks>
/// Scalars of the containers around a record belong to it too, if they stand before it. Elements of an array are named by their
/// position: in <c>[["0xab", {"coin": "BTC"}]]</c> a record at depth 3 has the fields <c>0</c> and <c>coin</c>.
/// </remarks>
internal sealed class JsonFlattener
{
    private const int MaximumDepth = 64;

    private readonly IReadOnlyList<string> _names;
    private readonly int _recordDepth;
    private readonly byte[][] _values;
    private readonly int[] _lengths;
    private readonly int[] _depths;
    private readonly int[] _positions = new int[MaximumDepth + 1];
    private readonly string?[] _properties = new string?[MaximumDepth + 1];
    private int _depth;

    public JsonFlattener(IReadOnlyList<string> names, int recordDepth)
    {
        _names = names;
        _recordDepth = recordDepth;
        _values = [.. names.Select(_ => new byte[32])];
        _lengths = new int[names.Count];
        _depths = new int[names.Count];
    }

    public ReadOnlySpan<byte> Field(int index) => _values[index].AsSpan(0, _lengths[index]);

    public void Reset()
    {
        _depth = 0;
        _lengths.AsSpan().Clear();
    }

    /// <returns>True where the token ends a record, whose fields can then be read.</returns>
    public bool Consume(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                Open(reader.TokenType == JsonTokenType.StartArray);
                return false;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                return Close();
            case JsonTokenType.PropertyName:
                _properties[_depth] = reader.GetString();
                return false;
            default:
                Store(ref reader);
                Advance();
                return false;
        }
    }

    private void Open(bool isArray)
    {
        _depth++;
        _positions[_depth] = isArray ? 0 : -1;
        _properties[_depth] = null;
        if (_depth == _recordDepth)
        {
            ForgetFrom(_recordDepth);
        }
    }

    private bool Close()
    {
        bool endsRecord = _depth == _recordDepth;
        if (!endsRecord && _depth < _recordDepth)
        {
            ForgetFrom(_depth);
        }

        _depth--;
        Advance();
        return endsRecord;
    }

    private void Advance()
    {
        if (_depth > 0 && _positions[_depth] >= 0)
        {
            _positions[_depth]++;
        }
    }

    private void ForgetFrom(int depth)
    {
        for (int field = 0; field < _depths.Length; field++)
        {
            if (_depths[field] >= depth)
            {
                _lengths[field] = 0;
            }
        }
    }

    private void Store(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null || _depth == 0)
        {
            return;
        }

        for (int field = 0; field < _names.Count; field++)
        {
            if (IsPath(_names[field]))
            {
                Copy(ref reader, field);
                return;
            }
        }
    }

    /// <summary>Compares from the innermost name outwards, down to the depth of the record.</summary>
    private bool IsPath(ReadOnlySpan<char> path)
    {
        int depth = _depth;
        while (true)
        {
            int dot = path.LastIndexOf('.');
            if (!IsName(depth, path[(dot + 1)..]))
            {
                return false;
            }

            depth--;
            if (dot < 0)
            {
                return depth < _recordDepth;
            }

            path = path[..dot];
        }
    }

    private bool IsName(int depth, ReadOnlySpan<char> name)
    {
        if (depth <= 0)
        {
            return false;
        }

        if (_positions[depth] < 0)
        {
            return name.SequenceEqual(_properties[depth]);
        }

        return int.TryParse(name, CultureInfo.InvariantCulture, out int position) && position == _positions[depth];
    }

    private void Copy(ref Utf8JsonReader reader, int field)
    {
        int longest = reader.ValueSpan.Length;
        if (_values[field].Length < longest)
        {
            _values[field] = new byte[longest];
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            _lengths[field] = reader.CopyString(_values[field]);
        }
        else
        {
            reader.ValueSpan.CopyTo(_values[field]);
            _lengths[field] = longest;
        }

        _depths[field] = _depth;
    }
}
