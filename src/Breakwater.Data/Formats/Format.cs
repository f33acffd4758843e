namespace Breakwater.Data;

/// <summary>A layout in which somebody publishes market data.</summary>
public sealed record Format
{
    public required string Name { get; init; }

    public required Schema Schema { get; init; }

    public required IReadOnlyList<Mapping> Mappings { get; init; }

    /// <summary>Where the layout is described or was seen.</summary>
    public required string Source { get; init; }

    public Container Container { get; init; }

    public Repetition Repetition { get; init; }

    /// <summary>JSON: how many containers deep a record lies.</summary>
    public int RecordDepth { get; init; }

    /// <summary>Names of the fields by position, for files without a header.</summary>
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>How few fields a record without header may have.</summary>
    public int MinimumFields { get; init; }

    /// <summary>Fields that must be there for a file with a header to be of this format.</summary>
    public IReadOnlyList<string> Signature { get; init; } = [];

    /// <summary>A part of the file's name that must be there, where content alone cannot tell.</summary>
    public string NameContains { get; init; } = "";

    /// <summary>Empty where the file says it.</summary>
    public string Venue { get; init; } = "";

    /// <summary>Empty where the file or its name says it.</summary>
    public string Instrument { get; init; } = "";

    public string VenueField { get; init; } = "";

    public string InstrumentField { get; init; } = "";

    /// <summary>Judges records of a file without a header, given by position.</summary>
    internal Func<IReadOnlyList<string>, bool>? LooksRight { get; init; }
}
