namespace Breakwater.Runs.Tests;

public sealed class SpoiledScenarioTests
{
    public static TheoryData<string, string, string, string> Scenario =>
        SpoiledInputs.Parse(
            "scenarios/small.yaml",
            """
            title: A small day\n | | scenarios/small.yaml:1: the key "title" is missing
            slippage: { value: 0.3 % | slipage: { value: 0.3 % | scenarios/small.yaml:47: slipage: unknown key, did you mean "slippage"?
            title: A small day | title: A small day\ntitel: A small day | scenarios/small.yaml:2: titel: unknown key, did you mean "title"?
            notionalSigma: { value: 2.6, basis: assumed, source: test } | zzz: 1 | scenarios/small.yaml:20: zzz: unknown key, known: draw, longShare, crossShare, twoCoinShare, sameSideShare, medianNotional, notionalSigma, largestNotional, components, mixtures
            slippage: { value: 0.3 %, basis: assumed, source: test } | slippage: 0.3 % | scenarios/small.yaml:47: slippage: "0.3 %" must be a mapping with value, basis, source
            0.3 %, basis: assumed, source: test | 0.3 %, basis: assumed | scenarios/small.yaml:47: slippage: the key "source" is missing
            0.3 %, basis: assumed | 0.3 %, basis: guessed | scenarios/small.yaml:47: basis: "guessed" must be one of measured, reported, published, third-party, assumed, fitted
            value: 0.3 % | value: 0.3 | scenarios/small.yaml:47: slippage: "0.3" must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            value: 0.3 % | value: -0.3 % | scenarios/small.yaml:47: slippage: "-0.3 %" must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            value: 0.3 % | value: 130 % | scenarios/small.yaml:47: slippage: "130 %" must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            value: 0.3 % | value: 3/2 | scenarios/small.yaml:47: slippage: "3/2" must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            value: 0.3 % | value: 1/0 | scenarios/small.yaml:47: slippage: "1/0" must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            value: 0.3 % | value: [0.3 %] | scenarios/small.yaml:47: slippage: must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            value: 0.3 % | value: | scenarios/small.yaml:47: slippage: "" must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            2025-01-01T12:00:00Z | 2025-01-01T12:00:00 | scenarios/small.yaml:3: start: "2025-01-01T12:00:00" must be a time in UTC that ends in Z, such as "2025-10-10T20:50:00Z"
            2025-01-01T12:00:00Z | 2025-01-01T25:00:00Z | scenarios/small.yaml:3: start: "2025-01-01T25:00:00Z" must be a time in UTC that ends in Z, such as "2025-10-10T20:50:00Z"
            2025-01-01T12:00:00Z | 2025-01-01T11:59:00Z | scenarios/small.yaml:3: start: "2025-01-01T11:59:00Z" lies outside the tape of BTC, which runs from 2025-01-01T12:00:00Z to 2025-01-01T12:03:00Z
            2025-01-01T12:03:00Z | 2025-01-01T12:04:00Z | scenarios/small.yaml:4: end: "2025-01-01T12:04:00Z" lies outside the tape of BTC, which runs from 2025-01-01T12:00:00Z to 2025-01-01T12:03:00Z
            2025-01-01T12:03:00Z | 2025-01-01T12:00:00Z | scenarios/small.yaml:4: end: "2025-01-01T12:00:00Z" must come after the start, 2025-01-01T12:00:00Z
            medianLeverage: 30x | medianLeverage: -5x | scenarios/small.yaml:29: medianLeverage: "-5x" must be a leverage from 1x up, such as "30x"
            medianLeverage: 30x | medianLeverage: 30 | scenarios/small.yaml:29: medianLeverage: "30" must be a leverage from 1x up, such as "30x"
            medianLeverage: 30x | medianLeverage: 0.5x | scenarios/small.yaml:29: medianLeverage: "0.5x" must be a leverage from 1x up, such as "30x"
            medianLeverage: 30x | medianLeverage: 101x | scenarios/small.yaml:29: medianLeverage: "101x" is above 100x, the highest leverage at any venue of this scenario
            halfLife: 36 h | halfLife: 36 | scenarios/small.yaml:31: halfLife: "36" must be a time span from 1 ms in ms, s, min, h or d, such as "60 s" or "8 h"
            halfLife: 36 h | halfLife: 36 BTC | scenarios/small.yaml:31: halfLife: "36 BTC" must be a time span from 1 ms in ms, s, min, h or d, such as "60 s" or "8 h"
            halfLife: 36 h | halfLife: 0 h | scenarios/small.yaml:31: halfLife: "0 h" must be a time span from 1 ms in ms, s, min, h or d, such as "60 s" or "8 h"
            value: 4447 USD | value: 4447 USDT | scenarios/small.yaml:19: medianNotional: "4447 USDT" must be in USD and above 0
            value: 50 % | value: 100 % | scenarios/small.yaml:15: longShare: "100 %" must be above 0 % and below 100 %
            value: 2.6 | value: -2.6 | scenarios/small.yaml:20: notionalSigma: "-2.6" must be a number above 0, such as "2.6"
            calm: 90 % | calm: 80 % | scenarios/small.yaml:36: usual: adds up to 90 %, must be 100 %
            calm: 90 % | clam: 90 % | scenarios/small.yaml:36: clam: is no component of the crowd, did you mean "calm"?
            date: 2025-01-01 | date: 2025-02-30 | scenarios/small.yaml:39: date: "2025-02-30" must be a date such as "2025-10-10"
            value: 250, | value: 99, | scenarios/small.yaml:45: population: "99" must be at least the 100 accounts that stand for it
            value: 250, | value: 250.5, | scenarios/small.yaml:45: population: "250.5" must be a whole number above 0, such as "250000"
            value: 250, | value: 200_000_000, | scenarios/small.yaml:45: population: "200_000_000" is more than open interest can be split among: 51000500 lots a side
            value: 1000.5 BTC | value: 1000.5 | scenarios/small.yaml:55: openInterest: "1000.5" must be an amount with its unit, such as "133500 BTC"
            value: 1000.5 BTC | value: 1000.5 USDT | scenarios/small.yaml:55: openInterest: "1000.5 USDT" must be in BTC
            value: 1000.5 BTC | value: 1000.0005 BTC | scenarios/small.yaml:55: openInterest: "1000.0005 BTC" must be a whole number of lots of 0.001 BTC, above 0
            value: 1000.5 BTC | value: 0 BTC | scenarios/small.yaml:55: openInterest: "0 BTC" must be a whole number of lots of 0.001 BTC, above 0
            value: 1000.5 BTC | value: 20_000_000 BTC | scenarios/small.yaml:55: openInterest: "20_000_000 BTC" must be worth at most 1000000000000 USDT
            value: 1_000_000 USDT | value: 1_000_000 USDC | scenarios/small.yaml:46: fundCapital: "1_000_000 USDC" must be in USDT, in steps of 0.000001, and at most 1000000000000
            value: 1_000_000 USDT | value: 10_000_000_000_000 USDT | scenarios/small.yaml:46: fundCapital: "10_000_000_000_000 USDT" must be in USDT, in steps of 0.000001, and at most 1000000000000
            value: 1_000_000 USDT | value: 1,000,000 USDT | scenarios/small.yaml:46: 000: unknown key, known: value, basis, source, date
            rules: { value: tiered | rules: { value: tired | scenarios/small.yaml:42: rules: "tired" is no rule set in venues/, did you mean "tiered"?
            marks: { value: tape, basis: measured | marks: { value: book, basis: measured | scenarios/small.yaml:43: marks: "book" must be one of tape
            mixture: { value: usual, basis: assumed, source: test }\n      BTC | mixture: { value: unusual, basis: assumed, source: test }\n      BTC | scenarios/small.yaml:53: mixture: "unusual" is no mixture of the crowd, did you mean "usual"?
            \n      ETH:\n        openInterest | \n      SOL:\n        openInterest | scenarios/small.yaml:51: SOL: is not listed at Tiered, known: BTC, ETH
            coin: BTC, | coin: BTD, | scenarios/small.yaml:58: coin: "BTD" has no listing at first, did you mean "BTC"?
            12:02:00Z | 12:02:30Z | scenarios/small.yaml:58: time: "2025-01-01T12:02:30Z" must fall on the funding interval of Tiered, 60 s
            12:02:00Z | 12:04:00Z | scenarios/small.yaml:58: time: "2025-01-01T12:04:00Z" lies outside the window
            file: data/eth-5m.csv | file: data/eth-15m.csv | scenarios/small.yaml:12: file: "data/eth-15m.csv" is not there
            data/btc-volume.csv | data/no.csv | scenarios/small.yaml:10: volume: "data/no.csv" is not there
            data/observed.csv | data/no.csv | scenarios/small.yaml:5: observed: "data/no.csv" is not there
            bar: 5 min }, basis: measured, source: test }\n    volume: { value: data/btc | bar: 2 min }, basis: measured, source: test }\n    volume: { value: data/btc | scenarios/small.yaml:9: file: "data/btc-5m.csv" has no bar around that of 2025-01-01T12:02:00Z in data/btc-1m.csv
            title: A small day | title: A small day\ntitle: Another | scenarios/small.yaml:2: title: the key appears twice
            title: A small day | title: "A small day | scenarios/small.yaml:1: not valid YAML: While scanning a multi-line double-quoted scalar, found wrong indentation.
            title: A small day | title: [A small day | scenarios/small.yaml:1: not valid YAML: something does not end
            title: A small day | - title: A small day | scenarios/small.yaml:2: not valid YAML: While parsing a block collection, did not find expected '-' indicator.
            title: A small day | title: A small day\n---\ntitle: Another | scenarios/small.yaml:1: must hold one YAML document
            title: A small day | title: | scenarios/small.yaml:1: title: "" must be a line of text
            value: { calm: 90 %, high: 10 % } | value: {} | scenarios/small.yaml:36: usual: must not be empty
            value: 1 min, | value: 0.5 ms, | scenarios/small.yaml:68: unwindInterval: "0.5 ms" must be a time span from 1 ms in ms, s, min, h or d, such as "60 s" or "8 h"
            """
        );

    public static TheoryData<string, string, string, string> Venue =>
        SpoiledInputs.Parse(
            "venues/tiered.yaml",
            """
            settlement: USDT | settlement: USDX | venues/tiered.yaml:2: settlement: "USDX" is no settlement currency, did you mean "USDT"?
            clearanceFee: { value: 1.25 % | clearanceFee: { value: 1.25 USDT | venues/tiered.yaml:6: clearanceFee: "1.25 USDT" must be a share from 0 % to 100 %, such as "0.3 %" or "2/3"
            value: true, basis: measured, source: test }\nfund | value: yes, basis: measured, source: test }\nfund | venues/tiered.yaml:7: orderLimitedAtBankruptcyPrice: "yes" must be true or false
            value: fund-exhausted | value: fund-exausted | venues/tiered.yaml:12: trigger: "fund-exausted" must be one of fund-exhausted, negative-equity, fund-drawdown, never
            value: 0.1 USDT | value: 0.1 BTC | venues/tiered.yaml:18: tick: "0.1 BTC" must be in USDT and above 0
            value: 0.1 USDT | value: 0 USDT | venues/tiered.yaml:18: tick: "0 USDT" must be in USDT and above 0
            value: 0.1 USDT | value: 0.0001 USDT | venues/tiered.yaml:18: tick: "0.0001 USDT" times the lot must be a whole number of 0.000001 USDT
            value: 0.01 USDT | value: 0.000001 USDT | venues/tiered.yaml:28: tick: "0.000001 USDT" times the lot must be a whole number of 0.000001 USDT
            0.01 USDT, basis: measured, source: test }\n    lot: { value: 0.001 | 0.000001 USDT, basis: measured, source: test }\n    lot: { value: 1 | scenarios/small.yaml:51: ETH: its tape runs over 3900000000 to 4010000000 ticks of 0.000001, must be from 1 to below 1073741824
            from: 300_000 USDT | from: 0 USDT | venues/tiered.yaml:25: from: "0 USDT" must be 0 in the first tier and rise from tier to tier
            maintenance: 1 % }\n  ETH | maintenance: 0.5 % }\n  ETH | venues/tiered.yaml:25: maintenance: "0.5 %" must be above 0 %, below 100 % and rise from tier to tier
            maintenance: 1 % }\n  ETH | maintenance: 3 % }\n  ETH | venues/tiered.yaml:25: maxLeverage: "50x" leaves less initial margin than maintenance margin
            maintenance: 0.5 % | maintenance: 0.5 % , tax: 1 % | venues/tiered.yaml:24: tax: unknown key, known: from, maxLeverage, maintenance
            """
        );

    public static TheoryData<string, string, string, string> Tape =>
        SpoiledInputs.Parse(
            "data/btc-1m.csv",
            """
            2025-01-01T12:01:00Z,99500,99600,97000,98000\n | | data/btc-1m.csv:4: time_utc: "2025-01-01T12:02:00Z" leaves a gap: the bar before ends at 2025-01-01T12:01:00Z
            2025-01-01T12:01:00Z,99500,99600,97000,98000 | 2025-01-01T12:00:00Z,99500,99600,97000,98000 | data/btc-1m.csv:4: time_utc: "2025-01-01T12:00:00Z" goes back: the bar before ends at 2025-01-01T12:01:00Z
            open,high,low,close | open,high,low | data/btc-1m.csv:2: the column "close" is missing
            open,high,low,close | open,high,low,last | data/btc-1m.csv:2: the column "last" is unknown, known: time_utc, open, high, low, close
            open,high,low,close | open,high,low,close,low | data/btc-1m.csv:2: the column "low" appears twice
            97900,100500 | 97900 | data/btc-1m.csv:5: 4 values where the header has 5; is the file cut off?
            97900,100500 | 97900,1005 | data/btc-1m.csv:5: close: "1005" must lie from low to high, 97900 to 101000; is the file cut off?
            97900,100500 | 97900,none | data/btc-1m.csv:5: close: "none" must be a number above 0, such as "116830.3"
            97000,98000 | -97000,98000 | data/btc-1m.csv:4: low: "-97000" must be a number above 0, such as "116830.3"
            12:02:00Z | 12:02:00 | data/btc-1m.csv:5: time_utc: "2025-01-01T12:02:00" must be a time in UTC that ends in Z, such as "2025-10-10T20:50:00Z"
            \n2025-01-01T12:00:00Z,100000,100100,99000,99500\n2025-01-01T12:01:00Z,99500,99600,97000,98000\n2025-01-01T12:02:00Z,98000,101000,97900,100500 | | data/btc-1m.csv:3: the table has no rows
            """
        );

    public static TheoryData<string, string, string, string> Volume =>
        SpoiledInputs.Parse(
            "data/btc-volume.csv",
            """
            00:00:00Z,720 | 00:00:00Z,721 | data/btc-volume.csv:3: minutes: "721" makes the window end at 2025-01-01T12:01:00Z, after the run starts at 2025-01-01T12:00:00Z
            00:00:00Z,720 | 00:00:00Z,0.5 | data/btc-volume.csv:3: minutes: "0.5" must be a whole number up to 100000
            2025-01-01T00:00:00Z | 2024-12-31T23:00:00Z | data/btc-volume.csv:3: start_utc: "2024-12-31T23:00:00Z" overlaps the window before, which ends at 2025-01-01T00:00:00Z
            2025-01-01T00:00:00Z,720 | 2025-01-01T01:00:00Z,660 | data/btc-volume.csv:3: start_utc: "2025-01-01T01:00:00Z" leaves a gap after the window before, which ends at 2025-01-01T00:00:00Z
            00:00:00Z,720 | 00:00:00Z,719 | data/btc-volume.csv: its windows do not reach up to the start of the run, 2025-01-01T12:00:00Z
            100500,2500.5 | 1005 | data/btc-volume.csv:3: 6 values where the header has 7; is the file cut off?
            100500,2500.5 | 1005,2500.5 | data/btc-volume.csv:3: mean: "1005" must lie from low to high, 99500 to 102000; is the file cut off?
            100500,2500.5 | 100500,-1 | data/btc-volume.csv:3: volume: "-1" must be a number above 0, such as "116830.3"
            """
        );

    public static TheoryData<string, string, string, string> Observed =>
        SpoiledInputs.Parse(
            "data/observed.csv",
            """
            less one; ""made | less one; "made | data/observed.csv:2: a quotation mark is not closed; is the file cut off?
            -0.03,-0.025,ratio | -0.03,many,ratio | data/observed.csv:2: high: "many" must be a fraction from -1 to 1000, such as "-0.131"
            -0.03,-0.025,ratio | -3,-0.025,ratio | data/observed.csv:2: low: "-3" must be a fraction from -1 to 1000, such as "-0.131"
            -0.03,-0.025,ratio | -0.02,-0.025,ratio | data/observed.csv:2: high: "-0.025" lies below low, -0.02
            -0.03,-0.025,ratio | 21:15,25:00,time_of_day | data/observed.csv:2: high: "25:00" must be a time of day, such as "21:19"
            -0.03,-0.025,ratio | -5,10,usd | data/observed.csv:2: low: "-5" must be dollars from 0 up
            -0.03,-0.025,ratio | -0.03,-0.025,ratios | data/observed.csv:2: unit: "ratios" is unknown, did you mean "ratio"?
            12:03:00Z | 11:03:00Z | data/observed.csv:2: window_end_utc: "2025-01-01T11:03:00Z" lies before the window's start, 2025-01-01T12:00:00Z
            ratio,nobody | ratio, | data/observed.csv:2: source: "" must be said
            """
        );

    [Theory]
    [MemberData(nameof(Scenario))]
    [MemberData(nameof(Venue))]
    [MemberData(nameof(Tape))]
    [MemberData(nameof(Volume))]
    [MemberData(nameof(Observed))]
    public void Is_answered_with_file_line_and_value(string file, string from, string to, string message)
    {
        using var folder = new InputFolder();
        folder.Replace(file, from, to);

        Assert.Equal(message, folder.Refusal(() => folder.Read()));
    }
}
