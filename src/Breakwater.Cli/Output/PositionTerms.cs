using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Cli;

/// <summary>In what a venue counts a position: contracts, currencies, and what its ratio and score are of.</summary>
/// <param name="Rules">Of the venue.</param>
/// <param name="Position">As it was asked about; its symbol is listed.</param>
internal sealed record PositionTerms(RuleSet Rules, JsonObject Position)
{
    private const string CoinItself = "COIN";

    private bool IsInverse => Rules.Contract == ContractKind.Inverse;

    private Listing Listing => Rules.Listings[$"{Position["symbol"]}"];

    /// <summary>What margins, equity and profit are in.</summary>
    public string Currency => Rules.Settlement == CoinItself ? Listing.Coin : Rules.Settlement;

    /// <summary>What prices are in.</summary>
    public string PriceCurrency => IsInverse ? "USD" : Rules.Settlement;

    /// <summary>Such as <c>long BTC-USDT-SWAP</c>.</summary>
    public string Name => $"{Position["side"]} {Listing.Symbol}";

    /// <summary>Such as <c>3 contracts of 0.01 BTC: 0.03 BTC</c>.</summary>
    public string Quantity
    {
        get
        {
            double quantity = FigureText.Read($"{Position["quantity"]}");
            double size = Listing.ContractSize.ToDouble();
            string unit = IsInverse ? PriceCurrency : Listing.Coin;
            string count = FigureText.Digits(quantity);
            return !IsInverse && size == 1
                ? $"{count} {unit}"
                : $"{count} {(quantity == 1 ? "contract" : "contracts")} of {FigureText.Digits(size)} {unit}: "
                    + $"{FigureText.Digits(quantity * size)} {unit}";
        }
    }

    public string Ratio =>
        Rules.Margin.RatioIsEquityOverMaintenance
            ? "equity over maintenance margin; falls to 100 % at liquidation"
            : "maintenance margin over equity; rises to 100 % at liquidation";

    public string Score =>
        Rules.Deleveraging.Ranking switch
        {
            DeleveragingRanking.ProfitTimesMarginRatio =>
                "profit over wallet, times margin ratio; the highest goes first",
            DeleveragingRanking.PriceMoveTimesLeverage =>
                "price move since entry, times leverage; the highest goes first",
            DeleveragingRanking.ProfitTimesLeverage =>
                "profit over entry value, times leverage; the highest goes first",
            DeleveragingRanking.ProfitOverMarginRatio =>
                "profit over initial margin, over margin ratio; the highest goes first",
            _ => "",
        };
}
