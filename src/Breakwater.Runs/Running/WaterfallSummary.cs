using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Who bore the losses of liquidated accounts: <see cref="Waterfall"/> in units of the settlement currency.</summary>
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

    public static WaterfallSummary Of(string coin, Waterfall waterfall, Currency currency) =>
        new(
            coin,
            currency.ToDecimal(waterfall.Loss),
            currency.ToDecimal(waterfall.TraderMargin),
            currency.ToDecimal(waterfall.Fund),
            currency.ToDecimal(waterfall.Winners),
            currency.ToDecimal(waterfall.Unpaid)
        );
}
