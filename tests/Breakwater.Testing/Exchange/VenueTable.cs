using System.Globalization;
using System.Text;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>A specification in lines: a command each, then what it brings about after an arrow, one event to a line.</summary>
/// <remarks>
/// <code>
/// open alice isolated                        an account; also: cross, and a weight such as x10
/// deposit alice 1000                         withdraw likewise
/// mark BTC 50000
/// trade alice buys 1 BTC from bob at 50000 100x
/// adopt alice -1 BTC entry 50000 margin 500 100x
/// funding BTC 0.0001 at 50000                longs pay shorts this share
/// unwind BTC 0.5                             the fund sells
/// at 30s                                     commands carry this time until the next such line
/// 24 times funding BTC 0.01 at 50000
/// show alice                                 also: show alice BTC, show fund, show unpaid
/// --------                                   above it, the events of commands are left out
/// </code>
/// Left out everywhere is what only repeats a command, and the outside account's side. After every command the books must
/// balance, and whoever replays the events must arrive at them.
/// </remarks>
public sealed class VenueTable
{
    private readonly IVenue _venue;
    private readonly EventLog _log;
    private readonly RecordedEvents _events;
    private readonly EventReplay _replay;
    private readonly VenueWords _words;
    private readonly StringBuilder _written = new();
    private Timestamp _now = Timestamp.FromUnixMilliseconds(1_760_000_000_000);

    /// <param name="make">The venue that is to be specified.</param>
    public VenueTable(VenueRules rules, Func<EventLog, IVenue> make)
    {
        _events = new RecordedEvents();
        _log = new EventLog(_events);
        _venue = make(_log);
        _replay = new EventReplay(rules);
        _words = new VenueWords(rules);
    }

    /// <returns>The table as it came out: equal to the one that went in where the venue does as specified.</returns>
    public string Run(string table)
    {
        string[] commands = [.. table.Split('\n').Select(CommandOf).Where(command => command.Length > 0)];
        bool silent = Array.Exists(commands, IsRuler);
        foreach (string command in commands)
        {
            List<string> outcome = Give(command);
            silent &= !IsRuler(command);
            Write(command, silent ? outcome.FindAll(IsRejection) : outcome);
        }

        return _written.ToString();
    }

    /// <summary>A table without its layout: each command and each event on a line of its own.</summary>
    public static string Normalise(string table)
    {
        string unfolded = table.Replace("=>", "\n=>", StringComparison.Ordinal);
        IEnumerable<string> lines = unfolded.Split('\n').Select(line => string.Join(' ', WordsOf(line)));
        return string.Join('\n', lines.Where(line => line.Length > 0)) + "\n";
    }

    private static string CommandOf(string line) => string.Join(' ', WordsOf(line.Split("=>")[0]));

    private static string[] WordsOf(string line) =>
        line.Split((char[])[' ', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsRuler(string command) => command.StartsWith("---", StringComparison.Ordinal);

    private static bool IsRejection(string outcome) => outcome.Contains("rejected", StringComparison.Ordinal);

    private void Write(string command, List<string> outcome)
    {
        _written.Append(command).Append('\n');
        foreach (string line in outcome)
        {
            _written.Append("=> ").Append(line).Append('\n');
        }
    }

    private List<string> Give(string command)
    {
        string[] words = WordsOf(command);
        switch (words)
        {
            case [var ruler] when IsRuler(ruler):
                return [];
            case ["at", var seconds]:
                _now =
                    Timestamp.FromUnixMilliseconds(1_760_000_000_000)
                    + Duration.FromSeconds(long.Parse(seconds.TrimEnd('s'), CultureInfo.InvariantCulture));
                return [];
            case ["show", "unpaid"]:
                return [_words.Amount(_venue.UnpaidLoss)];
            case ["show", "fund"]:
                return [$"equity {_words.Amount(_venue.FundEquity)}"];
            case ["show", var account]:
                return [$"wallet {_words.Amount(_venue.WalletOf(_words.Account(account)))}"];
            case ["show", var account, var instrument]:
                return [Standing(_words.Account(account), _words.Instrument(instrument))];
            case [var count, "times", .. var repeated]:
                int times = int.Parse(count, CultureInfo.InvariantCulture);
                return [.. Enumerable.Range(0, times).SelectMany(_ => Carry(repeated))];
            default:
                return Carry(words);
        }
    }

    private List<string> Carry(string[] words)
    {
        VenueCommand command = _words.Command(words, _now);
        _events.Clear();
        command.Give(_venue);
        _log.Flush();
        _replay.Observe([.. _events.All]);
        RequireBalance(string.Join(' ', words));
        return [.. _events.All.Select(_words.Describe).OfType<string>()];
    }

    private string Standing(AccountId account, InstrumentId instrument)
    {
        PositionView position = _venue.PositionOf(account, instrument);
        MarginState margin = _venue.MarginOf(account, instrument);
        return $"{_words.Lots(position.Lots, instrument)} cost {_words.Amount(position.Cost)}"
            + $" margin {_words.Amount(position.IsolatedMargin)} owes {_words.Amount(position.FundingOwed)}"
            + $" equity {_words.Amount(margin.Equity)} maintenance {_words.Amount(margin.Maintenance)}";
    }

    private void RequireBalance(string command)
    {
        bool balanced = _venue.Surplus() == 0 && _replay.Surplus() == 0 && _replay.UnpaidLoss == _venue.UnpaidLoss;
        for (int i = 0; i < _venue.Rules.Instruments.Count; i++)
        {
            var instrument = new InstrumentId(i);
            balanced &= _venue.Imbalance(instrument).IsZero;
            for (int a = 0; a < _venue.AccountCount; a++)
            {
                var account = new AccountId(a);
                balanced &= _replay.WalletOf(account) == _venue.WalletOf(account);
                balanced &= _replay.PositionOf(account, instrument) == _venue.PositionOf(account, instrument);
            }
        }

        if (!balanced)
        {
            throw new InvalidOperationException($"After '{command}' the books do not balance, or not with the events.");
        }
    }
}
