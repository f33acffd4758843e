using System.Runtime.InteropServices;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>socialise</c>: what each receives when losers cannot pay all that winners gained.</summary>
internal static class SocialisationAnswer
{
    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        QuestionBounds.RequireNotNegative(question.Collected, "collected");
        QuestionBounds.RequireNotNegative(question.Pool, "pool");
        QuestionBounds.RequireNotNegative(question.Loss, "loss");
        QuestionBounds.RequireNotNegative(question.Longs, "longs");
        switch (rules.LossSharing)
        {
            case LossSharing.AmongWinners:
                WriteAmongWinners(answer, rules, question);
                break;
            case LossSharing.OnOpenInterest:
                WriteOnOpenInterest(answer, rules, question);
                break;
            default:
                throw QuestionException.NotApplicable(
                    $"{rules.Name} shares no losses: what its fund and its deleveraging do not cover stays unpaid"
                );
        }
    }

    private static void WriteAmongWinners(AnswerWriter answer, RuleSet rules, Question question)
    {
        List<Rational> gains = question.Gains ?? throw QuestionException.Missing("gains");
        Rational all = Total(gains);
        if (!all.IsPositive || gains.Exists(gain => gain.IsNegative))
        {
            throw QuestionException.Invalid("gains", "must not be negative, and not all zero");
        }

        Rational collected = Collect(answer, question, all, out Rational poolAfter);
        Rational[] received = [.. gains];
        Rational remainder = Rational.Zero;
        if (collected < all)
        {
            received = LossSocialisation.AmongWinners(
                CollectionsMarshal.AsSpan(gains),
                collected,
                PositiveUnit(rules, question),
                out remainder
            );
        }

        answer.Numbers("received", received);
        answer.Numbers("losses", received.Select((amount, i) => gains[i] - amount));
        answer.Number("remainder", remainder);
        answer.Json.WriteString("remainderGoesTo", "the last listed, included in what it received");
        answer.Number("poolAfter", poolAfter);
        answer.Number("uncovered", Rational.Max(all - collected, Rational.Zero));
    }

    private static Rational Collect(AnswerWriter answer, Question question, Rational gains, out Rational poolAfter)
    {
        Rational pool = question.Pool ?? Rational.Zero;
        if (question.Owed is { } owed)
        {
            List<Rational> balances = question.Balances ?? throw QuestionException.Missing("balances");
            if (balances.Count != owed.Count)
            {
                throw QuestionException.Invalid("balances", "must be as many as owed");
            }

            Rational[] paid = LossSocialisation.Collect(
                CollectionsMarshal.AsSpan(owed),
                CollectionsMarshal.AsSpan(balances),
                pool,
                out poolAfter
            );
            answer.Numbers("paid", paid);
            return Total(paid);
        }

        Rational collected = question.Collected ?? throw QuestionException.Missing("collected");
        Rational fromPool = Rational.Clamp(gains - collected, Rational.Zero, pool);
        poolAfter = pool - fromPool;
        return collected + fromPool;
    }

    private static void WriteOnOpenInterest(AnswerWriter answer, RuleSet rules, Question question)
    {
        Rational loss = question.Loss ?? throw QuestionException.Missing("loss");
        Rational fromPool = Rational.Clamp(question.Pool ?? Rational.Zero, Rational.Zero, loss);
        Rational longs = question.Longs ?? throw QuestionException.Missing("longs");
        Rational shorts = (question.Shorts ?? throw QuestionException.Missing("shorts")).Magnitude;
        if (!(longs + shorts).IsPositive)
        {
            throw QuestionException.Invalid("longs", "and shorts must not both be zero");
        }

        Rational left = loss - fromPool;
        Rational each = LossSocialisation.OnOpenInterest(left, longs, shorts, PositiveUnit(rules, question));
        answer.Number("perUnit", each);
        answer.Number("fromLongs", each * longs);
        answer.Number("fromShorts", each * shorts);
        answer.Number("remainder", each * (longs + shorts) - left);
        answer.Json.WriteString("remainderGoesTo", "the market, which collects no less than the loss");
        answer.Number("poolAfter", (question.Pool ?? Rational.Zero) - fromPool);
    }

    private static Rational PositiveUnit(RuleSet rules, Question question)
    {
        Rational unit = question.Unit ?? rules.Unit;
        return unit.IsPositive ? unit : throw QuestionException.Invalid("unit", "must be above zero");
    }

    private static Rational Total(IEnumerable<Rational> amounts) =>
        amounts.Aggregate(Rational.Zero, (sum, amount) => sum + amount);
}
