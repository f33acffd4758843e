namespace Breakwater.Data;

/// <summary>What the user says about files that import cannot read from them.</summary>
public sealed record ImportOptions
{
    /// <summary>Null to recognise each file by its content.</summary>
    public Format? Format { get; init; }

    /// <summary>Overrides what the file says; empty to leave it.</summary>
    public string Venue { get; init; } = "";

    /// <summary>Overrides what the file says; empty to leave it.</summary>
    public string Instrument { get; init; } = "";

    /// <summary>The time of a snapshot whose rows have none.</summary>
    public DateTime? At { get; init; }

    /// <summary>Stop at the first bad row, and store nothing of its file.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Where bad rows are set aside; null to only count them.</summary>
    public string? RejectFolder { get; init; }
}
