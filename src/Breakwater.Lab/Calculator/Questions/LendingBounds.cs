namespace Breakwater.Lab;

/// <summary>Amounts, prices and times that a lending question may state.</summary>
internal static class LendingBounds
{
    /// <exception cref="QuestionException">One of them is on the wrong side of zero.</exception>
    public static void Require(Question question)
    {
        for (int i = 0; i < (question.Collateral?.Count ?? 0); i++)
        {
            Require(question.Collateral![i], FormattableString.Invariant($"collateral[{i}]"));
        }

        for (int i = 0; i < (question.Debt?.Count ?? 0); i++)
        {
            Require(question.Debt![i], FormattableString.Invariant($"debt[{i}]"));
        }

        if (question.Action is { } action)
        {
            Require(action);
        }
    }

    private static void Require(CollateralQuestion asset, string path)
    {
        QuestionBounds.RequireNotNegative(asset.Amount, path + ".amount");
        QuestionBounds.RequirePositive(asset.Price, path + ".price");
        QuestionBounds.RequirePositive(asset.ExchangeRate, path + ".exchangeRate");
        QuestionBounds.RequirePositive(asset.Ratio, path + ".ratio");
        QuestionBounds.RequireNotNegative(asset.Bonus, path + ".bonus");
        QuestionBounds.RequireNotNegative(asset.LiquidationThreshold, path + ".liquidationThreshold");
        QuestionBounds.RequireNotNegative(asset.CollateralFactor, path + ".collateralFactor");
    }

    private static void Require(DebtQuestion owed, string path)
    {
        QuestionBounds.RequireNotNegative(owed.Amount, path + ".amount");
        QuestionBounds.RequirePositive(owed.Price, path + ".price");
        QuestionBounds.RequirePositive(owed.Rate, path + ".rate");
    }

    private static void Require(LendingAction action)
    {
        QuestionBounds.RequireNotNegative(action.Repay, "action.repay");
        QuestionBounds.RequirePositive(action.CloseFactor, "action.closeFactor");
        QuestionBounds.RequirePositive(action.Lot, "action.lot");
        QuestionBounds.RequirePositive(action.Tab, "action.tab");
        QuestionBounds.RequirePositive(action.Amount, "action.amount");
        QuestionBounds.RequirePositive(action.Price, "action.price");
        QuestionBounds.RequirePositive(action.Top, "action.top");
        QuestionBounds.RequireNotNegative(action.Elapsed, "action.elapsed");
        QuestionBounds.RequirePositive(action.Duration, "action.duration");
        QuestionBounds.RequirePositive(action.Step, "action.step");
    }
}
