using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>One venue of a finished run.</summary>
public sealed record RecordedVenue
{
    public required string Name { get; init; }

    public required bool IsSpot { get; init; }

    /// <summary>By instrument.</summary>
    public required IReadOnlyList<string> Coins { get; init; }

    /// <summary>By instrument; empty where prices are given.</summary>
    public required IReadOnlyList<RecordedPath> Paths { get; init; }

    public required FlowTable Flows { get; init; }

    /// <summary>By minute, as the flows.</summary>
    public required IReadOnlyList<DeleveragingMinute> Deleveraging { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>What the fund has less at the end than at the start, in units of the settlement currency; in dollars where that is a coin.</summary>
    public required double FundFall { get; init; }

    /// <returns>-1 where the venue does not list it.</returns>
    public int InstrumentOf(string coin)
    {
        for (int instrument = 0; instrument < Coins.Count; instrument++)
        {
            if (string.Equals(Coins[instrument], coin, StringComparison.Ordinal))
            {
                return instrument;
            }
        }

        return -1;
    }

    public double Dollars(Money money) => (double)Currency.ToDecimal(money);
}
