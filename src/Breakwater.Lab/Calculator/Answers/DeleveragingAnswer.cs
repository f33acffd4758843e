using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Lab;

/// <summary>Answers <c>deleverage</c>: whether it is triggered, who is closed, in which order and at which price.</summary>
internal static class DeleveragingAnswer
{
    private sealed record Candidate(string Name, MarginAccount Account, PositionMargin Position, Rational? Score);

    public static void Write(AnswerWriter answer, RuleSet rules, Question question)
    {
        LiquidatedQuestion liquidated = question.Liquidated ?? throw QuestionException.Missing("liquidated");
        var account = new MarginAccount(
            rules,
            liquidated.Account ?? throw QuestionException.Missing("liquidated.account"),
            "liquidated.account",
            _ => liquidated.MarkPrice,
            null
        );
        PositionMargin loser =
            account.Positions.Length > 0
                ? account.Positions[0]
                : throw QuestionException.Missing("liquidated.account.positions");
        Rational bankruptcy =
            account.BankruptcyPriceOf(loser)
            ?? throw QuestionException.NotApplicable("the liquidated position has no positive bankruptcy price");
        Rational price = PriceOf(rules, question, loser, bankruptcy);
        bool triggered = IsTriggered(rules, question, account, loser, bankruptcy);
        List<Candidate> queue = QueueOf(rules, question, loser, price);
        answer.Json.WriteBoolean("triggered", triggered);
        answer.Number("bankruptcyPrice", bankruptcy);
        answer.Number("price", price);
        WriteOrder(answer, queue);
        WriteFills(answer, account, loser, triggered ? queue : [], price);
        answer.Reasons();
        WriteWarnings(answer, account, queue);
    }

    // Whoever is liquidatable himself would be liquidated before he is ranked.
    private static void WriteWarnings(AnswerWriter answer, MarginAccount account, List<Candidate> queue)
    {
        List<string>? warnings = null;
        MarginWarnings.Add(ref warnings, account, "liquidated: ", isAskedToFall: true);
        foreach (Candidate candidate in queue)
        {
            MarginWarnings.Add(ref warnings, candidate.Account, $"{candidate.Name}: ");
        }

        MarginWarnings.Write(answer.Json, warnings);
    }

    private static Rational PriceOf(RuleSet rules, Question question, PositionMargin loser, Rational bankruptcy)
    {
        Rational mark = loser.Holding.Mark;
        Rational twentieth = mark / Rational.FromInteger(20);
        Rational atMark = FundShare.OfDifference(loser.Holding, mark, bankruptcy);
        bool fundCannotPay = question.InsuranceFund is { } fund && (fund + atMark).IsNegative;
        return rules.Deleveraging.Price switch
        {
            DeleveragingPrice.Bankruptcy => bankruptcy,
            DeleveragingPrice.PreviousMark => question.Liquidated!.PreviousMarkPrice ?? mark,
            DeleveragingPrice.Mark when fundCannotPay => bankruptcy,
            DeleveragingPrice.BankruptcyNearMark when (bankruptcy - mark).Magnitude <= twentieth => bankruptcy,
            _ => mark,
        };
    }

    private static bool IsTriggered(
        RuleSet rules,
        Question question,
        MarginAccount account,
        PositionMargin loser,
        Rational bankruptcy
    )
    {
        Rational fund = question.InsuranceFund ?? Rational.Zero;
        Rational takenOver = FundShare.OfDifference(loser.Holding, loser.Holding.Mark, bankruptcy);
        switch (rules.Deleveraging.Trigger)
        {
            case DeleveragingTrigger.FundExhausted:
                return (fund + takenOver).IsNegative;
            case DeleveragingTrigger.NegativeEquity:
                return account.EquityOf(loser).IsNegative;
            case DeleveragingTrigger.FundDrawdown:
                Rational peak = question.FundPeak ?? fund;
                return peak - fund - takenOver >= Rational.FromRate(rules.Deleveraging.Drawdown) * peak;
            default:
                return false;
        }
    }

    private static List<Candidate> QueueOf(RuleSet rules, Question question, PositionMargin loser, Rational price)
    {
        List<AccountQuestion> asked = question.Candidates ?? throw QuestionException.Missing("candidates");
        var candidates = new List<Candidate>();
        for (int i = 0; i < asked.Count; i++)
        {
            string path = FormattableString.Invariant($"candidates[{i}]");
            var account = new MarginAccount(rules, asked[i], path, _ => loser.Holding.Mark, null);
            PositionMargin? position = Array.Find(
                account.Positions,
                each => each.Symbol == loser.Symbol && each.Holding.Side == -loser.Holding.Side
            );
            if (position is not null)
            {
                Rational? score = asked[i].Score ?? account.ScoreOf(position);
                candidates.Add(new Candidate(asked[i].Id ?? path, account, position, score));
            }
        }

        if (rules.Deleveraging.Ranking == DeleveragingRanking.OrderGiven)
        {
            return [.. candidates.Where(candidate => Overlaps(candidate, price))];
        }

        bool losersToo =
            rules.Deleveraging.Ranking
            is DeleveragingRanking.ProfitTimesLeverage
                or DeleveragingRanking.ProfitOverMarginRatio;
        return
        [
            .. candidates
                .Where(candidate => candidate.Score is { } score && (losersToo || score.IsPositive))
                .OrderByDescending(candidate => candidate.Score!.Value),
        ];
    }

    // Closing at the price must not leave the counterparty with less than nothing.
    private static bool Overlaps(Candidate candidate, Rational price) =>
        candidate.Account.BankruptcyPriceOf(candidate.Position) is not { } own
        || BankruptcyPrice.Meets(candidate.Position.Holding.Side > 0, price, own);

    private static void WriteOrder(AnswerWriter answer, List<Candidate> queue)
    {
        answer.Json.WriteStartArray("order");
        foreach (Candidate candidate in queue)
        {
            answer.Json.WriteStartObject();
            answer.Json.WriteString("account", candidate.Name);
            answer.Number("score", candidate.Score, "the venue ranks nobody");
            answer.Json.WriteEndObject();
        }

        answer.Json.WriteEndArray();
    }

    private static void WriteFills(
        AnswerWriter answer,
        MarginAccount account,
        PositionMargin loser,
        List<Candidate> queue,
        Rational price
    )
    {
        Rational left = loser.Holding.Quantity;
        var balances = new List<(string Name, Rational Balance, Rational Quantity)>();
        answer.Json.WriteStartArray("fills");
        foreach (Candidate candidate in queue)
        {
            Rational quantity = Rational.Min(left, candidate.Position.Holding.Quantity);
            if (quantity.IsZero)
            {
                break;
            }

            left -= quantity;
            Rational realised = (candidate.Position.Holding with { Quantity = quantity }).ProfitAt(price);
            Rational rest = candidate.Position.Holding.Quantity - quantity;
            balances.Add((candidate.Name, candidate.Account.WalletOf(candidate.Position) + realised, rest));
            answer.Json.WriteStartObject();
            answer.Json.WriteString("account", candidate.Name);
            answer.Number("quantity", quantity / candidate.Position.ContractSize);
            answer.Number("price", price);
            answer.Number("realisedProfit", realised);
            answer.Json.WriteEndObject();
        }

        answer.Json.WriteEndArray();
        Rational closed = loser.Holding.Quantity - left;
        Rational lost = closed.IsZero ? Rational.Zero : (loser.Holding with { Quantity = closed }).ProfitAt(price);
        Rational balance = account.WalletOf(loser) + lost;
        answer.Json.WriteStartArray("balances");
        WriteBalance(answer, "liquidated", balance, left / loser.ContractSize);
        foreach ((string name, Rational after, Rational rest) in balances)
        {
            WriteBalance(answer, name, after, rest / loser.ContractSize);
        }

        answer.Json.WriteEndArray();
        answer.Number("uncoveredQuantity", left / loser.ContractSize);
        answer.Number("uncovered", left.IsZero ? Rational.Max(-balance, Rational.Zero) : Rational.Zero);
    }

    private static void WriteBalance(AnswerWriter answer, string name, Rational balance, Rational quantity)
    {
        answer.Json.WriteStartObject();
        answer.Json.WriteString("account", name);
        answer.Number("balance", balance);
        answer.Number("quantity", quantity);
        answer.Json.WriteEndObject();
    }
}
