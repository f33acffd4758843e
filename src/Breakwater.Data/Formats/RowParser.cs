using System.Text;
using System.Text.Unicode;

namespace Breakwater.Data;

/// <summary>Turns the fields of a record into the values of a row, and says what is wrong where it cannot.</summary>
internal sealed class RowParser(Format format, RowPlan plan, long? fileTime)
{
    private const double Million = 1e6;
    private const int LongestQuotedValue = 60;

    private readonly ColumnRule[] _rules = [.. format.Schema.Columns.Select(column => column.Rule)];
    private readonly bool _isBar = format.Schema == Schemas.Bars;

    /// <summary>The row that was parsed last.</summary>
    public RowBatch Row { get; } = new(format.Schema, capacity: 1);

    public string Problem { get; private set; } = "";

    public RowPlan Plan => plan;

    /// <returns>False where the record cannot be a row; <see cref="Problem"/> says why.</returns>
    public bool Parse(IRecordReader record, Binding[] bindings)
    {
        Row.StartSingleRow();
        foreach (ref readonly Binding binding in bindings.AsSpan())
        {
            if (!Convert(record, in binding))
            {
                return false;
            }
        }

        return SatisfiesRules() && IsPossible();
    }

    private bool Convert(IRecordReader record, in Binding binding)
    {
        ReadOnlySpan<byte> text = binding.Field < 0 ? [] : record.Field(binding.Field);
        switch (binding.Conversion)
        {
            case Conversion.Number:
                return ConvertNumber(text, binding.Column);
            case Conversion.Text:
                return ConvertText(text, binding.Column);
            case Conversion.Time:
                return ConvertTime(text);
            case Conversion.Side:
                return ConvertSide(text, binding.Column);
            case Conversion.BuyerIsMaker:
                return ConvertBuyerIsMaker(text, binding.Column);
            case Conversion.Millions:
                return ConvertMillions(text, binding.Column);
            case Conversion.FieldName:
                Row.SetText(binding.Column, binding.Constant);
                return true;
            case Conversion.Index:
                Row.SetNumber(binding.Column, binding.Number);
                return true;
            default:
                return UseFileTime();
        }
    }

    private bool ConvertText(ReadOnlySpan<byte> text, int column)
    {
        if (!Utf8.IsValid(text) || text.Contains((byte)0))
        {
            return Refuse(column, text, "UTF-8 text without zero bytes");
        }

        Row.SetText(column, text);
        return true;
    }

    private bool ConvertNumber(ReadOnlySpan<byte> text, int column)
    {
        if (!NumberText.TryParse(text, out double value))
        {
            return Refuse(column, text, "a number");
        }

        Row.SetNumber(column, value);
        return true;
    }

    private bool ConvertTime(ReadOnlySpan<byte> text)
    {
        if (!TimeText.TryParse(text, out long microseconds))
        {
            return Refuse(0, text, "a time from 2009 to 2099");
        }

        Row.SetTime(microseconds);
        return true;
    }

    private bool UseFileTime()
    {
        if (fileTime is { } time)
        {
            Row.SetTime(time);
            return true;
        }

        return Refuse(0, [], "a day in the file's name, or --at");
    }

    private bool ConvertSide(ReadOnlySpan<byte> text, int column)
    {
        if (text.SequenceEqual("buy"u8) || text.SequenceEqual("sell"u8))
        {
            Row.SetText(column, text);
            return true;
        }

        bool buys = IsAny(text, "buy"u8, "bid"u8, "b"u8, "long"u8);
        bool sells = !buys && (IsAny(text, "sell"u8, "ask"u8, "a"u8, "short"u8) || Ascii.EqualsIgnoreCase(text, "s"u8));
        if (!buys && !sells && !text.IsEmpty && !Ascii.EqualsIgnoreCase(text, "unknown"u8))
        {
            return Refuse(column, text, "buy or sell");
        }

        Row.SetText(
            column,
            buys ? "buy"u8
                : sells ? "sell"u8
                : []
        );
        return true;
    }

    private static bool IsAny(
        ReadOnlySpan<byte> text,
        ReadOnlySpan<byte> first,
        ReadOnlySpan<byte> second,
        ReadOnlySpan<byte> third,
        ReadOnlySpan<byte> fourth
    ) =>
        Ascii.EqualsIgnoreCase(text, first)
        || Ascii.EqualsIgnoreCase(text, second)
        || Ascii.EqualsIgnoreCase(text, third)
        || Ascii.EqualsIgnoreCase(text, fourth);

    private bool ConvertBuyerIsMaker(ReadOnlySpan<byte> text, int column)
    {
        bool isTrue = Ascii.EqualsIgnoreCase(text, "true"u8);
        if (!isTrue && !Ascii.EqualsIgnoreCase(text, "false"u8))
        {
            return Refuse(column, text, "true or false");
        }

        Row.SetText(column, isTrue ? "sell"u8 : "buy"u8);
        return true;
    }

    private bool ConvertMillions(ReadOnlySpan<byte> text, int column)
    {
        bool negative = text.Length > 2 && text[0] == '(' && text[^1] == ')';
        ReadOnlySpan<byte> digits = negative ? text[1..^1] : text;
        Span<byte> plain = stackalloc byte[LongestQuotedValue];
        int length = 0;
        foreach (byte letter in digits[..Math.Min(digits.Length, plain.Length)])
        {
            if (letter != ',')
            {
                plain[length++] = letter;
            }
        }

        bool read =
            digits.Length <= plain.Length & length > 0 & NumberText.TryParse(plain[..length], out double millions);
        double dollars = Math.Round((negative ? -millions : millions) * Million);
        if (!read || !double.IsFinite(dollars))
        {
            return Refuse(column, text, "millions of dollars");
        }

        Row.SetNumber(column, dollars);
        return true;
    }

    private bool SatisfiesRules()
    {
        for (int column = 1; column < _rules.Length; column++)
        {
            if (_rules[column] != ColumnRule.Optional && !Satisfies(column, Row.Numbers(column)[0]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Satisfies(int column, double value)
    {
        ColumnRule rule = _rules[column];
        bool holds = rule switch
        {
            ColumnRule.Positive => value > 0,
            ColumnRule.NotNegative => value >= 0,
            _ => !double.IsNaN(value),
        };
        if (!holds)
        {
            string expected = rule switch
            {
                ColumnRule.Positive => "a number above 0",
                ColumnRule.NotNegative => "a number of at least 0",
                _ => "a number",
            };
            Problem = FormattableString.Invariant($"{NameOf(column)} is {Shown(value)}, expected {expected}");
        }

        return holds;
    }

    private static string Shown(double value) =>
        double.IsNaN(value) ? "missing" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A bar's high is its highest price, its low the lowest.</summary>
    private bool IsPossible()
    {
        if (!_isBar)
        {
            return true;
        }

        double open = Row.Numbers(1)[0];
        double high = Row.Numbers(2)[0];
        double low = Row.Numbers(3)[0];
        double close = Row.Numbers(4)[0];
        if (low <= Math.Min(open, close) && high >= Math.Max(open, close))
        {
            return true;
        }

        Problem = FormattableString.Invariant(
            $"open {open}, high {high}, low {low}, close {close}: high or low is not the extreme"
        );
        return false;
    }

    private bool Refuse(int column, ReadOnlySpan<byte> text, string expected)
    {
        string value = Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestQuotedValue)]);
        Problem = $"{NameOf(column)} is '{value}', expected {expected}";
        return false;
    }

    /// <summary>As the file names it, where it does.</summary>
    private string NameOf(int column)
    {
        string name = format.Schema.Columns[column].Name;
        Mapping? mapping = format.Mappings.FirstOrDefault(mapping => mapping.IsFor(name));
        return mapping is null || mapping.Fields.Count == 0 || mapping.Fields is ["*"] ? name : mapping.Fields[0];
    }
}
