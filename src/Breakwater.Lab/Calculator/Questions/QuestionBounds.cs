using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>What no formula can take: gaps in lists, and amounts and prices on the wrong side of zero.</summary>
internal static class QuestionBounds
{
    /// <exception cref="QuestionException">A list has null among its parts.</exception>
    public static void RequireParts(Question question)
    {
        RequireParts("account", question.Account);
        RequireParts("liquidated.account", question.Liquidated?.Account);
        RequireEach("candidates", question.Candidates);
        for (int i = 0; i < (question.Candidates?.Count ?? 0); i++)
        {
            RequireParts(FormattableString.Invariant($"candidates[{i}]"), question.Candidates![i]);
        }

        RequireEach("volunteers", question.Volunteers);
        RequireEach("books", question.Books);
        RequireEach("collateral", question.Collateral);
        RequireEach("debt", question.Debt);
    }

    /// <exception cref="QuestionException">It is zero or negative; what is left out is neither.</exception>
    public static void RequirePositive(Rational? value, string field)
    {
        if (value is { IsPositive: false })
        {
            throw QuestionException.Invalid(field, "must be above zero");
        }
    }

    /// <exception cref="QuestionException">It is negative.</exception>
    public static void RequireNotNegative(Rational? value, string field)
    {
        if (value is { IsNegative: true })
        {
            throw QuestionException.Invalid(field, "must not be negative");
        }
    }

    private static void RequireParts(string path, AccountQuestion? account)
    {
        if (account is not null)
        {
            RequireEach(path, ".positions", account.Positions);
            RequireEach(path, ".collateral", account.Collateral);
        }
    }

    private static void RequireEach<T>(string path, List<T>? parts)
        where T : class => RequireEach(path, "", parts);

    private static void RequireEach<T>(string path, string member, List<T>? parts)
        where T : class
    {
        if (parts?.FindIndex(static part => part is null) is >= 0 and int gap)
        {
            throw QuestionException.Invalid(
                FormattableString.Invariant($"{path}{member}[{gap}]"),
                "must be an object, not null"
            );
        }
    }
}
