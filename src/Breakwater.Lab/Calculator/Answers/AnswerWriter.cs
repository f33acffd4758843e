using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Writes the numbers of an answer, and why one is missing.</summary>
internal sealed class AnswerWriter(JsonLine json)
{
    private readonly List<(string Name, string Reason)> _reasons = [];

    public JsonLine Json => json;

    public void Number(string name, Rational value)
    {
        json.WritePropertyName(name);
        Number(value);
    }

    public void Number(Rational value)
    {
        Span<byte> text = stackalloc byte[Rational.LongestText];
        if (!value.TryFormat(text, out int written))
        {
            throw QuestionException.Invalid("the answer", "has more digits than can be written");
        }

        json.WriteRaw(text[..written]);
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
        _reasons.Add((name, reason));
    }

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

    /// <summary>Forgets reasons of an answer that is not given after all.</summary>
    public void Reset() => _reasons.Clear();
}
