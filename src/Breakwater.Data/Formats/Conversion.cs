namespace Breakwater.Data;

/// <summary>How the text of a field becomes a value.</summary>
public enum Conversion
{
    /// <summary>Unix time of any unit, or ISO 8601.</summary>
    Time,
    Number,
    Text,

    /// <summary><c>buy</c>/<c>sell</c>, <c>bid</c>/<c>ask</c>, <c>B</c>/<c>A</c> or <c>S</c>, <c>long</c>/<c>short</c>; stored as <c>buy</c> or <c>sell</c>.</summary>
    Side,

    /// <summary>Whether the buyer was the maker: then the taker sold.</summary>
    BuyerIsMaker,

    /// <summary>Millions of US dollars, negative in parentheses.</summary>
    Millions,

    /// <summary>The name of the field itself (see <see cref="Repetition.OtherFields"/>).</summary>
    FieldName,

    /// <summary>The number of the repetition, from 0.</summary>
    Index,

    /// <summary>The day in the file's name, or the time that the user gave.</summary>
    FileTime,
}
