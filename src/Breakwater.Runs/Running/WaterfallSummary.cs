using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Who bore the losses of liquidated accounts: <see cref="Waterfall"/> in units of what the venue's money is reported in.</summary>
/// <param name="Coin">"all" for a whole venue.</param>
/// <param name="Loss">The sum of the four.</param>
public sealed record WaterfallSummary(
    string Coin,
    decimal Loss,
    decimal TraderMargin,
    decimal Fund,
    decimal Winners,
    decimal Unpaid
)
{
    public const string All = "all";

    public static WaterfallSummary Of(string coin, Waterfall waterfall, ReportedMoney money) =>
        new(
            coin,
            money.ToDecimal(waterfall.Loss),
            money.ToDecimal(waterfall.TraderMargin),
            money.ToDecimal(waterfall.Fund),
            money.ToDecimal(waterfall.Winners),
            money.ToDecimal(waterfall.Unpaid)
        );
}
