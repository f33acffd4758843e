using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Writes what follows the ladder's step: if it is not filled, to whom a position is assigned, how a fund sells it.</summary>
internal static class LadderSequelText
{
    private const int SalesShown = 10;

    public static void Write(
        AnswerWriter answer,
        RuleSet rules,
        MarginAccount account,
        PositionMargin position,
        in LadderStep step,
        Question question
    )
    {
        answer.Json.WriteStartArray("then");
        foreach (LadderSequel sequel in LadderSequel.Of(rules, account, position, step))
        {
            Write(answer, position, sequel);
        }

        answer.Json.WriteEndArray();
        if (rules.Ladder.Kind == LadderKind.OrderThenAssignment)
        {
            WriteAssignments(answer, account, position, step, question.Volunteers ?? []);
        }

        if (step.IsTakeOver && rules.Unwinding is { } unwinding)
        {
            WriteDisposal(answer, unwinding, position, question.BookQuantity);
        }
    }

    private static void Write(AnswerWriter answer, PositionMargin position, in LadderSequel sequel)
    {
        answer.Json.WriteStartObject();
        answer.Json.WriteString("type", sequel.Type);
        if (sequel.Quantity is { } quantity)
        {
            answer.Number("quantity", quantity / position.ContractSize);
        }

        if (sequel.Price is { } price)
        {
            answer.Number("price", price);
        }

        answer.Json.WriteString("when", sequel.When);
        answer.Json.WriteEndObject();
    }

    private static void WriteAssignments(
        AnswerWriter answer,
        MarginAccount account,
        PositionMargin position,
        in LadderStep step,
        List<VolunteerQuestion> asked
    )
    {
        Rational size = position.ContractSize;
        Volunteer[] volunteers = [.. asked.Select((each, i) => VolunteerOf(each, i, size))];
        Rational[] assigned = Assignment.Among(volunteers, step.Quantity, position.Holding.Side, out Rational unwound);
        answer.Json.WriteStartArray("assignments");
        for (int i = 0; i < assigned.Length; i++)
        {
            answer.Json.WriteStartObject();
            answer.Json.WriteString("account", asked[i].Account ?? FormattableString.Invariant($"volunteers[{i}]"));
            answer.Number("quantity", assigned[i] / size);
            answer.Json.WriteEndObject();
        }

        answer.Json.WriteEndArray();
        answer.Number("assignmentPrice", account.BankruptcyPriceOf(position), "no positive price leaves no equity");
        answer.Number("unwound", unwound / size);
    }

    private static Volunteer VolunteerOf(VolunteerQuestion asked, int i, Rational size) =>
        new(
            (
                asked.MaxAssignment
                ?? throw QuestionException.Missing(FormattableString.Invariant($"volunteers[{i}].maxAssignment"))
            ) * size,
            (asked.Position ?? Rational.Zero) * size,
            asked.MaxPosition * size
        );

    private static void WriteDisposal(
        AnswerWriter answer,
        UnwindingRules rules,
        PositionMargin position,
        Rational? bookQuantity
    )
    {
        if (position.Listing is not { } listing)
        {
            answer.Json.WriteNull("disposal");
            return;
        }

        Rational held = position.Holding.Quantity / position.ContractSize;
        (int sales, Disposal last) = (0, default);
        answer.Json.WriteStartObject("disposal");
        answer.Json.WriteStartArray("firstSales");
        foreach (Disposal sale in DisposalSchedule.Of(rules, held, listing.Lot, bookQuantity))
        {
            last = sale;
            if (++sales <= SalesShown)
            {
                Write(answer, sale);
            }
        }

        answer.Json.WriteEndArray();
        answer.Number("sales", Rational.FromInteger(sales));
        answer.Number("seconds", last.AfterSeconds);
        answer.Json.WriteEndObject();
    }

    private static void Write(AnswerWriter answer, in Disposal sale)
    {
        answer.Json.WriteStartObject();
        answer.Number("afterSeconds", sale.AfterSeconds);
        answer.Number("quantity", sale.Quantity);
        answer.Number("left", sale.Left);
        answer.Json.WriteEndObject();
    }
}
