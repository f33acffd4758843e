using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record UnwindingDocument
{
    [Description("Between sales.")]
    public required Stated<Duration> Every { get; init; }

    [Description("Of what the fund holds, sold each time.")]
    public required Stated<Share> Share { get; init; }

    [Description("A holding no larger is sold whole; in the venue's unit of order.")]
    public Stated<int>? AllUpTo { get; init; }

    [Description("Largest share of the other side of the book that a sale may take.")]
    public Stated<Share>? BookShare { get; init; }
}
