using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Writes the numbers of an answer, and why one is missing.</summary>
internal sealed class AnswerWriter(JsonLine json)
{
    // An account of one position says most of its numbers twice, and a division for each digit is what an answer costs.
    private const int Remembered = 16;

    private readonly List<(string Name, string Reason)> _reasons = [];
    private readonly (Rational Value, int Start, int End)[] _written = new (Rational, int, int)[Remembered];
    private int _numbers;

    public JsonLine Json => json;

    public void Number(string name, Rational value)
    {
        json.WritePropertyName(name);
        Number(value);
    }

    public void Number(Rational value)
    {
        foreach ((Rational written, int start, int end) in _written.AsSpan(0, Math.Min(_numbers, Remembered)))
        {
            if (written.IsSameRatio(value))
            {
                json.WriteAgain(start, end);
                return;
            }
        }

        WriteNew(value);
    }

    private void WriteNew(Rational value)
    {
        Span<byte> text = stackalloc byte[Rational.LongestText];
        if (!value.TryFormat(text, out int length))
        {
            throw QuestionException.Invalid("the answer", "has more digits than can be written");
        }

        json.WriteRaw(text[..length]);
        _written[_numbers++ % Remembered] = (value, json.Length - length, json.Length);
    }

    /// <summary>Null with a reason where there is no such number.</summary>
    public void Number(string name, Rational? value, string reason)
    {
        if (value is { } known)
        {
            Number(name, known);
            return;
        }

        json.WriteNull(name);
        Reason(name, reason);
    }

    /// <summary>Says why a number is what it is.</summary>
    public void Reason(string name, string reason) => _reasons.Add((name, reason));

    /// <summary>A price and, where a tick is given, beside it the price rounded so that nobody is found too late.</summary>
    public void Price(string name, Rational? price, string reason, Rational? tick, bool up)
    {
        Number(name, price, reason);
        if (tick is { IsPositive: true } step)
        {
            Number(name + "Rounded", price?.RoundTo(step, up ? Rounding.Ceiling : Rounding.Floor), reason);
        }
    }

    public void Numbers(string name, IEnumerable<Rational> values)
    {
        json.WriteStartArray(name);
        foreach (Rational value in values)
        {
            Number(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the reasons given since the last call, if any, as an object.</summary>
    public void Reasons()
    {
        if (_reasons.Count == 0)
        {
            return;
        }

        json.WriteStartObject("reasons");
        foreach ((string name, string reason) in _reasons)
        {
            json.WriteString(name, reason);
        }

        json.WriteEndObject();
        _reasons.Clear();
    }

    /// <summary>Forgets the answer before, which may not have been given after all.</summary>
    public void Reset()
    {
        _reasons.Clear();
        _numbers = 0;
    }
}
