using System.Runtime.InteropServices;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>funding</c>: the rate, whether it met its cap, and what a position pays.</summary>
internal static class FundingAnswer
{
    private static readonly Rational s_hoursPerYear = Rational.FromInteger(8760);
    private static readonly Rational s_periodsPerDay = Rational.FromInteger(24);

    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        QuestionBounds.RequirePositive(question.MarkPrice, "markPrice");
        QuestionBounds.RequirePositive(question.OraclePrice, "oraclePrice");
        QuestionBounds.RequireNotNegative(question.Hours, "hours");
        PositionQuestion? position = PositionOf(question);
        Listing? listing = ListingOf(rules, question, position);
        FundingRules funding = listing?.Funding ?? rules.Funding;
        Rational hours = question.Hours ?? funding.PaymentHours;
        if (funding.Form == FundingForm.CashFlow)
        {
            WriteCashFlow(answer, question, position, hours);
            return;
        }

        Rational premium = PremiumOf(funding, question);
        Rational free = RateOf(funding, question, premium);
        Rational rate = CapOf(funding, listing) is { } cap ? FundingRate.Capped(free, cap) : free;
        answer.Number("premium", premium);
        answer.Number("rate", rate);
        answer.Json.WriteBoolean("capped", rate != free);
        answer.Number("rateHours", funding.RateHours);
        Rational share = funding.Form == FundingForm.Averages ? Rational.One : hours / funding.RateHours;
        answer.Number("rateForHours", rate * share);
        WritePayment(answer, rules, question, position, listing, rate * share);
        answer.Reasons();
    }

    private static Rational RateOf(FundingRules funding, Question question, Rational premium)
    {
        Rational interest = question.InterestRate ?? funding.Interest;
        return funding.Form switch
        {
            FundingForm.DrawnToInterest => FundingRate.DrawnToInterest(premium, interest, funding.Bound),
            FundingForm.Damped => FundingRate.Damped(premium, funding.Bound),
            FundingForm.PremiumPlusInterest or FundingForm.Averages => premium + interest,
            FundingForm.Premium => premium - interest,
            _ => premium,
        };
    }

    private static Rational PremiumOf(FundingRules funding, Question question)
    {
        if (funding.Form == FundingForm.Averages)
        {
            return FundingRate.OfAverages(Mark(question), Oracle(question), s_periodsPerDay);
        }

        if (question.Premiums is { Count: > 0 } premiums)
        {
            ReadOnlySpan<Rational> samples = CollectionsMarshal.AsSpan(premiums);
            return funding.WeightedByOrder ? PremiumAverage.WeightedByOrder(samples) : PremiumAverage.Mean(samples);
        }

        if (question.Premium is { } premium)
        {
            return premium;
        }

        return question is { MarkPrice: { } mark, OraclePrice: { IsPositive: true } oracle }
            ? (mark - oracle) / oracle
            : throw QuestionException.Missing("premium");
    }

    private static Rational? CapOf(FundingRules funding, Listing? listing)
    {
        Requirement? first = listing?.Margin.Tier(0, Rational.Zero);
        return funding.Cap switch
        {
            FundingCap.Rate => funding.CapFactor,
            FundingCap.MaintenanceMultiple => funding.CapFactor * first?.MaintenanceRate,
            FundingCap.SpreadMultiple => funding.CapFactor * (first?.InitialRate - first?.MaintenanceRate),
            _ => null,
        };
    }

    private static void WritePayment(
        AnswerWriter answer,
        RuleSet rules,
        Question question,
        PositionQuestion? position,
        Listing? listing,
        Rational rate
    )
    {
        const string Unknown = "needs a position and the price that payments are on";
        Rational? price = rules.Funding.PaidOnOracle
            ? question.OraclePrice ?? question.MarkPrice
            : question.MarkPrice ?? question.OraclePrice;
        Rational? payment = null;
        Rational? index = null;
        if (price is { IsPositive: true } known)
        {
            Rational size = position?.ContractSize ?? listing?.ContractSize ?? Rational.One;
            ContractKind kind = listing?.Contract ?? rules.Contract;
            Rational perUnit = kind == ContractKind.Linear ? known * size : size / known;
            index = perUnit * rate;
            payment = SignedQuantity(position) * index;
        }

        answer.Number("payment", payment, Unknown);
        answer.Number("indexDelta", index, "needs the price that payments are on");
    }

    private static void WriteCashFlow(
        AnswerWriter answer,
        Question question,
        PositionQuestion? position,
        Rational hours
    )
    {
        Rational outside = Oracle(question);
        Rational payment = FundingRate.PaymentOfAverages(
            Mark(question),
            outside,
            hours / s_hoursPerYear,
            question.InterestRate ?? Rational.Zero,
            question.ClampLower ?? Rational.Zero,
            question.ClampUpper ?? Rational.Zero
        );
        answer.Number("rate", payment / outside);
        answer.Json.WriteBoolean("capped", false);
        answer.Number("indexDelta", payment);
        answer.Number("payment", SignedQuantity(position) * payment, "needs a position");
        answer.Reasons();
    }

    private static Rational Mark(Question question) =>
        question.MarkPrice ?? throw QuestionException.Missing("markPrice");

    private static Rational Oracle(Question question) =>
        question.OraclePrice ?? throw QuestionException.Missing("oraclePrice");

    private static Rational? SignedQuantity(PositionQuestion? position) =>
        position?.Side is "short" or "sell" ? -position.Quantity?.Magnitude : position?.Quantity;

    private static PositionQuestion? PositionOf(Question question)
    {
        if (question.Position is not { } position)
        {
            return null;
        }

        if (position.ValueKind == JsonValueKind.Object)
        {
            return Checked(position);
        }

        string text = position.ValueKind == JsonValueKind.String ? position.GetString()! : position.GetRawText();
        return Rational.TryParse(text, out Rational quantity)
            ? new PositionQuestion { Quantity = quantity }
            : throw QuestionException.Invalid("position", "must be a signed quantity or an object");
    }

    private static PositionQuestion? Checked(JsonElement position)
    {
        try
        {
            PositionQuestion? read = position.Deserialize(QuestionForms.Default.PositionQuestion);
            return read?.Side is null or "long" or "buy" or "short" or "sell"
                ? read
                : throw QuestionException.Invalid("position.side", "must be \"long\" or \"short\"");
        }
        catch (JsonException error)
        {
            throw new QuestionException("invalid", "position" + error.Path?[1..], error.Message.Split(" Path:", 2)[0]);
        }
    }

    // Interest and caps are those of an instrument; where none is named, of the first that the venue lists.
    private static Listing? ListingOf(RuleSet rules, Question question, PositionQuestion? position)
    {
        string? symbol = position?.Symbol ?? question.Symbol;
        return symbol is null ? rules.Listings.Values.FirstOrDefault() : rules.Listings.GetValueOrDefault(symbol);
    }
}
