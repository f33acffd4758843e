using System.Runtime.InteropServices;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>tiers</c>: deductions from limits and rates, and the tier of a notional.</summary>
internal static class TiersAnswer
{
    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        QuestionBounds.RequireNotNegative(question.Notional, "notional");
        if (question.MaintenanceRates is { } rates)
        {
            WriteGiven(answer, question, rates);
            return;
        }

        string symbol = question.Symbol ?? throw QuestionException.Missing("maintenanceRates");
        Listing listing =
            rules.Listings.GetValueOrDefault(symbol)
            ?? throw QuestionException.Invalid("symbol", UnknownSymbol.Of(rules, symbol));
        WriteListed(answer, question, listing.Margin);
    }

    private static void WriteGiven(AnswerWriter answer, Question question, List<Rational> rates)
    {
        List<Rational> limits = question.Limits ?? throw QuestionException.Missing("limits");
        bool areFloors = limits is [{ IsZero: true }, ..];
        int needed = areFloors ? rates.Count : rates.Count - 1;
        if (rates.Count == 0 || limits.Count < needed || limits.Count > rates.Count)
        {
            throw QuestionException.Invalid(
                "limits",
                "must be as many as maintenanceRates; the last limit may be left out"
            );
        }

        Rational[] floors = areFloors ? [.. limits] : [Rational.Zero, .. limits.Take(rates.Count - 1)];
        for (int k = 1; k < floors.Length; k++)
        {
            if (floors[k] <= floors[k - 1])
            {
                throw QuestionException.Invalid(FormattableString.Invariant($"limits[{k}]"), "must rise");
            }
        }

        Rational[] deductions = Deductions.Of(floors, CollectionsMarshal.AsSpan(rates));
        answer.Numbers("deductions", deductions);
        if (question.Notional is { } notional)
        {
            // A limit belongs to the tier that it ends; what is charged is the same on either side.
            int tier = Array.FindLastIndex(floors, floor => notional > floor);
            WriteTier(answer, Math.Max(tier, 0), notional, rates[Math.Max(tier, 0)], deductions[Math.Max(tier, 0)]);
        }
    }

    private static void WriteListed(AnswerWriter answer, Question question, IMarginRequirements schedule)
    {
        Rational size = question.Notional ?? Rational.Zero;
        Requirement[] tiers = [.. Enumerable.Range(0, schedule.Tiers).Select(k => schedule.Tier(k, size))];
        answer.Json.WriteString("measure", schedule.Measure == TierMeasure.Notional ? "notional" : "quantity");
        answer.Numbers("floors", tiers.Select(tier => tier.Floor));
        answer.Numbers("maintenanceRates", tiers.Select(tier => tier.MaintenanceRate));
        answer.Numbers("initialRates", tiers.Select(tier => tier.InitialRate));
        answer.Numbers("deductions", tiers.Select(tier => tier.Deduction));
        if (question.Notional is { } notional)
        {
            int tier = schedule.TierOf(notional, notional);
            WriteTier(answer, tier, notional, tiers[tier].MaintenanceRate, tiers[tier].Deduction);
        }
    }

    private static void WriteTier(AnswerWriter answer, int tier, Rational notional, Rational rate, Rational deduction)
    {
        answer.Json.WriteNumber("tier", tier + 1);
        answer.Number("maintenanceRate", rate);
        answer.Number("deduction", deduction);
        answer.Number("maintenanceMargin", notional * rate - deduction);
    }
}
