using System.Runtime.InteropServices;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>markPrice</c>: the venue's index and mark from what they are made of.</summary>
internal static class MarkPriceAnswer
{
    private static readonly Rational s_two = Rational.FromInteger(2);

    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        QuestionBounds.RequirePositive(question.Last, "last");
        QuestionBounds.RequirePositive(question.BookAverage, "bookAverage");
        Rational index = IndexOf(rules.Mark, question);
        QuestionBounds.RequirePositive(index, "index");
        Rational mark = rules.Mark.Form switch
        {
            MarkForm.MedianOfThree => MarkPrices.Median(
                Price("price1", WithFunding(rules, question, index)),
                Price("price2", WithBasis(question, index)),
                question.Last ?? throw QuestionException.Missing("last")
            ),
            MarkForm.IndexWithBasis => Bounded(
                rules.Mark,
                index,
                rules.Mark.BasisIsExponential ? WithSmoothed(rules.Mark, question, index) : WithBasis(question, index)
            ),
            MarkForm.IndexWithFunding => WithFunding(rules, question, index),
            MarkForm.MedianWithOutside => WithOutside(rules.Mark, question, index),
            MarkForm.LastTrade => question.Last ?? throw QuestionException.Missing("last"),
            _ => index,
        };
        answer.Number("markPrice", mark);
        answer.Number("indexPrice", index);

        Rational Price(string name, Rational price)
        {
            answer.Number(name, price);
            return price;
        }
    }

    private static Rational IndexOf(MarkRules rules, Question question)
    {
        JsonElement index = question.Index ?? throw QuestionException.Missing("index");
        if (index.ValueKind != JsonValueKind.Array)
        {
            return NumberOf(index, "index");
        }

        (Rational Price, Rational Weight)[] sources =
        [
            .. index
                .EnumerateArray()
                .Select((source, i) => SourceOf(source, FormattableString.Invariant($"index[{i}]"))),
        ];
        if (sources.Length == 0)
        {
            throw QuestionException.Invalid("index", "must have a source");
        }

        return rules switch
        {
            { IndexIsMedian: true } => MarkPrices.WeightedMedian(sources),
            { SourceBound.IsPositive: true } => MarkPrices.CappedMean(sources, rules.SourceBound),
            _ => MarkPrices.WeightedMean(sources),
        };
    }

    private static (Rational Price, Rational Weight) SourceOf(JsonElement source, string path)
    {
        if (source.ValueKind != JsonValueKind.Object)
        {
            return (NumberOf(source, path), Rational.One);
        }

        if (!source.TryGetProperty("price", out JsonElement price))
        {
            throw QuestionException.Missing($"{path}.price");
        }

        Rational weight = source.TryGetProperty("weight", out JsonElement stated)
            ? NumberOf(stated, $"{path}.weight")
            : Rational.One;
        return weight.IsPositive
            ? (NumberOf(price, $"{path}.price"), weight)
            : throw QuestionException.Invalid($"{path}.weight", "must be above zero");
    }

    private static Rational WithFunding(RuleSet rules, Question question, Rational index)
    {
        if (question.Funding is not { } funding)
        {
            return index;
        }

        if (funding.ValueKind != JsonValueKind.Object)
        {
            Rational whole = rules.Funding.PaymentHours;
            return MarkPrices.WithFunding(index, NumberOf(funding, "funding"), whole, whole);
        }

        Rational interval = Member(funding, "intervalHours") ?? rules.Funding.PaymentHours;
        return MarkPrices.WithFunding(
            index,
            Member(funding, "rate") ?? throw QuestionException.Missing("funding.rate"),
            Member(funding, "hoursToFunding") ?? interval,
            interval.IsPositive
                ? interval
                : throw QuestionException.Invalid("funding.intervalHours", "must be above zero")
        );
    }

    private static Rational WithBasis(Question question, Rational index) =>
        MarkPrices.WithBasis(index, SamplesOf(question, index));

    private static Rational WithSmoothed(MarkRules rules, Question question, Rational index) =>
        MarkPrices.WithSmoothedBasis(index, SamplesOf(question, index), rules.SmoothingSeconds, rules.SampleSeconds);

    // Without other venues' books, the average of the own book's median stands in for them.
    private static Rational WithOutside(MarkRules rules, Question question, Rational index)
    {
        Rational smoothed = WithSmoothed(rules, question, index);
        BookQuestion own = question.Books is [{ } first, ..] ? first : throw QuestionException.Missing("books");
        Rational bid = own.Bid ?? throw QuestionException.Missing("books[0].bid");
        Rational ask = own.Ask ?? throw QuestionException.Missing("books[0].ask");
        Rational book = MarkPrices.Median(bid, ask, question.Last ?? MiddleOf(own, 0));
        Rational third =
            question.Books.Count > 1
                ? MarkPrices.WeightedMedian(
                    question.Books.Select((each, i) => (MiddleOf(each, i), each.Weight ?? Rational.One)).Skip(1)
                )
                : question.BookAverage ?? throw QuestionException.Missing("bookAverage");
        return MarkPrices.Median(smoothed, book, third);
    }

    // Where no samples are given, the present book is the only one.
    private static ReadOnlySpan<Rational> SamplesOf(Question question, Rational index)
    {
        if (question.Samples is { Count: > 0 } samples)
        {
            return CollectionsMarshal.AsSpan(samples);
        }

        return question.Books is [{ } own, ..] ? (Rational[])[MiddleOf(own, 0) - index] : [];
    }

    private static Rational MiddleOf(BookQuestion book, int i)
    {
        string path = FormattableString.Invariant($"books[{i}]");
        Rational bid = book.Bid ?? throw QuestionException.Missing(path + ".bid");
        Rational ask = book.Ask ?? throw QuestionException.Missing(path + ".ask");
        return bid <= ask ? (bid + ask) / s_two : throw QuestionException.Invalid(path + ".bid", "is above the ask");
    }

    private static Rational Bounded(MarkRules rules, Rational index, Rational mark)
    {
        Rational bound = index * rules.BasisBound;
        return bound.IsPositive ? Rational.Clamp(mark, index - bound, index + bound) : mark;
    }

    private static Rational? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? NumberOf(value, $"funding.{name}") : null;

    private static Rational NumberOf(JsonElement element, string path)
    {
        string text = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        return Rational.TryParse(text, out Rational value)
            ? value
            : throw QuestionException.Invalid(path, "must be a number, or a string that holds a decimal number");
    }
}
