using System.Globalization;
using System.Text.Json;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>The adverse move after which a position of some leverage is liquidated, asked of the venues' own margin rules.</summary>
/// <remarks>One unit of the venue, isolated, at the highest margin that its leverage allows and no more; fees as in the rules.</remarks>
internal sealed class AdverseMove(ContentFolders content)
{
    private const double Entry = 100_000;

    private readonly Calculator _calculator = new(new RuleBook(content));

    /// <returns>The longest of the moves: it liquidates at each of the venues, long and short.</returns>
    /// <exception cref="InputException">A venue has no rules here, or does not answer.</exception>
    public MeasuredFact Measure(Claim claim)
    {
        (string Venue, double Move)[] moves =
        [
            .. claim.Venues.Select(venue => (venue, Math.Max(Move(claim, venue, "long"), Move(claim, venue, "short")))),
        ];
        if (moves.Length == 0)
        {
            throw new InputException($"'{claim.Text}': venues is empty, expected names of rule sets");
        }

        string each = string.Join(", ", moves.Select(move => $"{move.Venue} {Percent(move.Move)}"));
        string leverage = claim.Leverage.ToString(CultureInfo.InvariantCulture);
        var basis = new FactBasis(
            FactBasis.Computed,
            "margin rules",
            $"{claim.Symbol} at {leverage}x isolated, long and short, {moves.Length} venues",
            "the venues' published rules, as venues/*.yaml has them with source and date of each value; by Breakwater's margin engine"
        );
        return new MeasuredFact(moves.Max(move => move.Move), $"liquidated after {each}", basis);
    }

    private double Move(Claim claim, string venue, string side)
    {
        object question = new
        {
            venue,
            kind = "margin",
            account = new
            {
                mode = "isolated",
                positions = new[]
                {
                    new
                    {
                        symbol = claim.Symbol,
                        side,
                        quantity = 1,
                        entryPrice = Entry,
                        leverage = claim.Leverage,
                    },
                },
            },
        };
        var line = new Utf8JsonReader(_calculator.Answer(JsonSerializer.SerializeToUtf8Bytes(question), 1));
        using JsonDocument answer = JsonDocument.ParseValue(ref line);
        if (answer.RootElement.TryGetProperty("error", out JsonElement error))
        {
            throw new InputException($"{venue}: {error.GetProperty("message").GetString()}");
        }

        JsonElement price = answer.RootElement.GetProperty("liquidationPrice");
        return price.ValueKind == JsonValueKind.Number
            ? Math.Abs((price.GetDouble() / Entry) - 1)
            : throw new InputException($"{venue}: no price liquidates {claim.Symbol} at {claim.Leverage}x");
    }

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
