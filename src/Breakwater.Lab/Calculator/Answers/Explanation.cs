using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Which stated values of a rule set an answer rests on, with basis and source.</summary>
internal static class Explanation
{
    public static void Write(AnswerWriter answer, RuleBookEntry entry, string kind, Question question)
    {
        if (!question.Explain)
        {
            return;
        }

        answer.Json.WriteStartArray("rules");
        foreach (StatedValue stated in Of(entry, kind, SymbolsIn(question)))
        {
            answer.Json.WriteStartObject();
            answer.Json.WriteString("part", stated.Path);
            answer.Json.WriteString("value", stated.Value);
            answer.Json.WriteString("basis", WordOf(stated.Basis));
            answer.Json.WriteString("source", stated.Source);
            answer.Json.WriteString("date", stated.Date);
            answer.Json.WriteEndObject();
        }

        answer.Json.WriteEndArray();
    }

    /// <param name="coins">Of the instruments concerned; null for all.</param>
    public static IEnumerable<StatedValue> Of(RuleBookEntry entry, string kind, IReadOnlyCollection<string>? coins) =>
        entry.StatedValues.Where(stated => Concerns(stated.Path, kind, coins));

    /// <summary>What a reader needs to know: whose word it is.</summary>
    public static string WordOf(Basis basis) =>
        basis switch
        {
            Basis.Measured or Basis.Published => "published",
            Basis.Reported or Basis.ThirdParty => "third-party",
            _ => "assumed",
        };

    /// <summary>Coins of the instruments that a question speaks of; null where it names none.</summary>
    public static IReadOnlyCollection<string>? CoinsOf(RuleBookEntry entry, IReadOnlyCollection<string> symbols)
    {
        string[] coins =
        [
            .. symbols
                .Select(symbol => entry.Rules?.Listings.GetValueOrDefault(symbol)?.Coin)
                .OfType<string>()
                .Distinct(),
        ];
        return coins.Length == 0 ? null : coins;
    }

    private static bool Concerns(string path, string kind, IReadOnlyCollection<string>? coins)
    {
        string[] keys = path.Split('.');
        return keys[0] switch
        {
            "margin" => kind is "margin" or "liquidate" or "deleverage" or "tiers",
            "instruments" => ConcernsListing(keys[2], kind) && (coins is null || coins.Contains(keys[1])),
            "collateral" or "debtsCountInFull" or "conversion" or "positionOrder" => kind is "margin" or "liquidate",
            "liquidation" => kind is "liquidate",
            "fund" => kind is "liquidate" or "deleverage",
            "deleveraging" => kind is "deleverage" or "socialise" || (kind is "margin" && keys[1] == "ranking"),
            "funding" or "fundingInterval" => kind is "funding",
            "mark" or "markInterval" => kind is "markPrice",
            "unit" => kind is "socialise",
            _ => kind is "lending",
        };
    }

    private static bool ConcernsListing(string part, string kind) =>
        part switch
        {
            "funding" => kind is "funding",
            "clearanceFee" => kind is "liquidate",
            _ => kind is "margin" or "liquidate" or "deleverage" or "tiers" or "funding",
        };

    private static List<string> SymbolsIn(Question question) =>
        [
            .. (question.Account?.Positions ?? []).Select(position => position.Symbol).OfType<string>(),
            .. (question.Liquidated?.Account?.Positions ?? []).Select(position => position.Symbol).OfType<string>(),
            .. question.Symbol is { } symbol ? [symbol] : Array.Empty<string>(),
        ];

    private static IEnumerable<StatedValue> Of(RuleBookEntry entry, string kind, List<string> symbols) =>
        Of(entry, kind, CoinsOf(entry, symbols));
}
