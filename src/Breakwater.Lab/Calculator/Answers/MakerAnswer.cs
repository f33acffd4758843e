using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>lending</c> for Maker: a vault's safety, the auction that starts, its price, a purchase from it.</summary>
internal static class MakerAnswer
{
    private static readonly Rational s_mostSteps = Rational.FromInteger(2_000);

    public static void Write(AnswerWriter answer, LendingRules rules, Question question)
    {
        LendingAction action = question.Action ?? new LendingAction { Type = "start" };
        switch (action.Type)
        {
            case "start" or "liquidate" or null:
                WriteStart(answer, rules, question, action);
                break;
            case "price":
                WritePrice(answer, rules, action);
                break;
            case "take":
                WriteTake(answer, action);
                break;
            default:
                throw QuestionException.Invalid("action.type", "must be \"start\", \"price\" or \"take\"");
        }
    }

    private static void WriteStart(AnswerWriter answer, LendingRules rules, Question question, LendingAction action)
    {
        CollateralQuestion vault = question.Collateral is [{ } first, ..]
            ? first
            : throw QuestionException.Missing("collateral");
        DebtQuestion owed = question.Debt is [{ } debt, ..] ? debt : throw QuestionException.Missing("debt");
        Rational collateral = Need(vault.Amount, "collateral[0].amount");
        Rational price = Need(vault.Price, "collateral[0].price");
        Rational art = Need(owed.Amount, "debt[0].amount");
        Rational rate = owed.Rate ?? Rational.One;
        Rational ratio = vault.Ratio ?? Rational.One / rules.CollateralFactor;
        bool isUnsafe = MakerAuction.IsUnsafe(collateral, price, ratio, art * rate);
        answer.Json.WriteBoolean("liquidatable", isUnsafe);
        answer.Number("shortfall", Rational.Max(art * rate - collateral * price / ratio, Rational.Zero));
        answer.Number("liquidity", Rational.Max(collateral * price / ratio - art * rate, Rational.Zero));
        if (!isUnsafe)
        {
            return;
        }

        MakerAuction.Auction auction = MakerAuction.Start(
            collateral,
            art,
            rate,
            Rational.One + (action.Penalty ?? rules.Bonus),
            price,
            action.Buffer ?? rules.Buffer,
            action.Dust ?? rules.Dust,
            action.Room,
            action.Tip ?? Rational.Zero,
            action.Chip ?? Rational.Zero
        );
        answer.Number("tab", auction.Debt);
        answer.Number("seized", auction.Lot);
        answer.Number("auctionPrice", auction.Top);
        answer.Number("keeperReward", auction.KeeperReward);
        answer.Number("debtAfter", auction.NormalisedDebtLeft * rate);
    }

    private static void WritePrice(AnswerWriter answer, LendingRules rules, LendingAction action)
    {
        Rational top = Need(action.Top, "action.top");
        Rational elapsed = Need(action.Elapsed, "action.elapsed");
        Rational step = action.Step ?? rules.StepSeconds;
        if (action.Duration is null && elapsed > step * s_mostSteps)
        {
            throw QuestionException.Invalid("action.elapsed", $"is more than {s_mostSteps} steps of {step} s");
        }

        Rational price = action.Duration is { } duration
            ? MakerAuction.LinearPrice(top, elapsed, duration)
            : MakerAuction.StairstepPrice(top, elapsed, step, action.Cut ?? rules.Cut);
        answer.Number("auctionPrice", price);
        answer.Json.WriteBoolean(
            "needsRestart",
            MakerAuction.NeedsRestart(elapsed, action.Tail ?? rules.TailSeconds, price, top, action.Cusp ?? rules.Cusp)
        );
    }

    private static void WriteTake(AnswerWriter answer, LendingAction action)
    {
        Rational lot = Need(action.Lot, "action.lot");
        MakerAuction.Purchase? taken = MakerAuction.Take(
            Need(action.Tab, "action.tab"),
            lot,
            Need(action.Price, "action.price"),
            action.Chost ?? Rational.Zero,
            action.Amount ?? lot
        );
        answer.Json.WriteBoolean("refused", taken is null);
        if (taken is { } purchase)
        {
            answer.Number("seized", purchase.Bought);
            answer.Number("paid", purchase.Paid);
            answer.Number("debtAfter", purchase.DebtAfter);
            answer.Number("lotAfter", purchase.LotAfter);
            answer.Number("returnedToOwner", purchase.ReturnedToOwner);
            answer.Number("badDebt", purchase.LotAfter.IsZero ? purchase.DebtAfter : Rational.Zero);
        }
    }

    private static Rational Need(Rational? value, string field) => value ?? throw QuestionException.Missing(field);
}
