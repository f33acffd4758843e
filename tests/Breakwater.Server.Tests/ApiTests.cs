using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server.Tests;

public sealed class ApiTests(LiveServer server) : IClassFixture<LiveServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scenario_comes_with_every_value_that_reading_it_gives()
    {
        JsonNode described = await Json("scenarios/small");
        Scenario read = ScenarioReader.Read(LiveServer.Content, "small");
        Assert.Equal(read.StatedValues.Count, described["values"]!.AsArray().Count);
        Assert.All(described["values"]!.AsArray(), value => Assert.NotEmpty((string)value!["source"]!));
        Assert.Equal("A Breakwater scenario", (string)(await Json("scenarios/schema"))["title"]!);
        Assert.Contains((await Json("scenarios")).AsArray(), entry => (string)entry!["name"]! == "small");
    }

    [Fact]
    public async Task An_ordered_run_is_followed_to_its_end_and_is_what_the_command_would_have_made()
    {
        JsonNode order = await Ordered(new { scenario = "small", seed = 7 });
        string id = (string)order["id"]!;
        IReadOnlyList<JsonNode> told = await Follow(id);

        Assert.Equal("complete", (string)told[^1]["state"]!);
        Assert.True((bool)told[^1]["isOver"]!);
        Assert.Equal("run", (string)(await Json($"runs/{id}"))["kind"]!);
        RunSummary summary = RunFolder.ReadSummary(Path.Combine(server.Runs, id));
        Assert.Equal(7ul, summary.Seed);
        Assert.True(File.Exists(Path.Combine(server.Runs, id, RunReportPage.Name)));
        Assert.Contains((await Json("runs?search=seed-7")).AsArray(), run => (string)run!["id"]! == id);
    }

    [Fact]
    public async Task Seeds_make_an_ensemble()
    {
        string id = (string)(await Ordered(new { scenario = "small", seeds = "1..3" }))["id"]!;
        Assert.Equal("complete", (string)(await Follow(id))[^1]["state"]!);
        Assert.Equal("1..3", (string)(await Json($"runs/{id}/files/ensemble.json"))["seeds"]!);
        Assert.Equal("ensemble", (string)(await Json($"runs/{id}"))["kind"]!);
    }

    [Fact]
    public async Task A_replaced_value_changes_the_run_and_its_manifest_says_so()
    {
        StatedValue stated = ScenarioReader
            .Read(LiveServer.Content, "small")
            .StatedValues.First(value =>
                value.File.EndsWith("small.yaml", StringComparison.Ordinal)
                && value.Value.EndsWith(" USD", StringComparison.Ordinal)
            );
        var values = new[] { new { path = stated.Path, text = "1_234_567 USD" } };
        string id = (string)(await Ordered(new { scenario = "small", values }))["id"]!;
        Assert.Equal("complete", (string)(await Follow(id))[^1]["state"]!);
        RunManifest manifest = RunFolder.ReadManifest(Path.Combine(server.Runs, id));
        Assert.Contains(manifest.Changes, change => change.Path == stated.Path);
        Assert.Contains(manifest.Values, value => value.Path == stated.Path && value.Value == "1_234_567 USD");
    }

    [Fact]
    public async Task A_long_run_can_be_cancelled()
    {
        string id = (string)(await Ordered(new { scenario = "oct-10-2025", seeds = "1..40" }))["id"]!;
        using HttpResponseMessage answer = await server.Client.PostAsync($"runs/{id}/cancel", null, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("cancelled", (string)(await Follow(id))[^1]["state"]!);
    }

    [Fact]
    public async Task Flows_add_up_to_what_the_summary_says_was_forced()
    {
        RunSummary summary = RunFolder.ReadSummary(Path.Combine(server.Runs, LiveServer.Finished));
        var forced = 0m;
        for (int? offset = 0; offset is not null; )
        {
            JsonNode page = await Json($"runs/{LiveServer.Finished}/flows?offset={offset}&limit=7");
            forced += page["page"]!
                .AsArray()
                .Where(flow => (string)flow!["kind"]! is "ordered" or "taken-over" or "deleveraged-away")
                .Sum(flow => (decimal)flow!["notional"]!);
            offset = (int?)page["next"];
        }

        Assert.True(forced > 0);
        Assert.Equal(summary.Totals.Forced, forced);
    }

    [Fact]
    public async Task Flows_as_csv_are_those_of_the_folder()
    {
        string csv = await Text($"runs/{LiveServer.Finished}/flows?format=csv&limit=10000");
        string[] written = await File.ReadAllLinesAsync(
            Path.Combine(server.Runs, LiveServer.Finished, RunTables.FlowsName + ".csv"),
            Cancel
        );
        Assert.Equal(written.Select(WithoutTrailingZeros), csv.TrimEnd('\n').Split('\n'));

        static string WithoutTrailingZeros(string line) =>
            string.Join(
                ',',
                line.Split(',')
                    .Select(cell =>
                        cell.Contains('.', StringComparison.Ordinal) ? cell.TrimEnd('0').TrimEnd('.') : cell
                    )
            );
    }

    [Fact]
    public async Task A_comparison_is_that_of_the_command_and_names_no_folder_of_this_machine()
    {
        var order = new { sides = new[] { "small", "richer", "small+calmer" }, seeds = "1..3" };
        string id = (string)(await Ordered(order, "comparisons"))["id"]!;
        Assert.Equal("complete", (string)(await Follow(id))[^1]["state"]!);
        Assert.Equal("comparison", (string)(await Json($"runs/{id}"))["kind"]!);

        var alone = new CompareRequest(
            LiveServer.Content,
            order.sides,
            SeedList.Parse(order.seeds),
            [],
            Path.Combine(server.Runs, "as-the-command-does"),
            2
        );
        CompareReport expected = CompareRun.Execute(alone, server, Cancel);
        string text = await Text($"runs/{id}/differences");
        JsonNode[] against = [.. JsonNode.Parse(text)!["against"]!.AsArray().OfType<JsonNode>()];
        Assert.Equal(["small+richer", "small+calmer"], against.Select(pair => (string)pair["label"]!));
        Assert.Equal(
            expected.Against.SelectMany(pair => pair.Figures).Select(figure => figure.Difference.Mean),
            against
                .SelectMany(pair => pair["figures"]!.AsArray())
                .Select(figure => (double)figure!["difference"]!["mean"]!)
        );
        Assert.DoesNotContain(server.Runs, text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(server.Runs, id, RunReportPage.Name)));
    }

    [Fact]
    public async Task Finished_runs_are_sides_by_their_names()
    {
        string[] names = ["compared-one", "compared-other"];
        foreach (string name in names)
        {
            server.Leave(name, 9);
        }

        string id = (string)(await Ordered(new { sides = names }, "comparisons"))["id"]!;
        Assert.Equal("complete", (string)(await Follow(id))[^1]["state"]!);
        JsonNode differences = await Json($"runs/{id}/differences");
        Assert.Equal(names, differences["sides"]!.AsArray().Select(side => (string)side!["label"]!));
        Assert.All(
            differences["against"]![0]!["figures"]!.AsArray(),
            figure => Assert.Equal(0, (double)figure!["difference"]!["mean"]!)
        );
    }

    [Theory]
    [InlineData("""{"sides":["small"]}""", 400, "sides: name from 2 to 8")]
    [InlineData("""{"sides":["small","nobody"]}""", 404, "there is no scenario of that name")]
    [InlineData("""{"sides":["small","small+nobody"]}""", 404, "there is no policy of that name")]
    [InlineData("""{"sides":["small","../small-seed-1"]}""", 404, "there is no scenario of that name")]
    [InlineData("""{"sides":["small","small"],"seeds":"1..99"}""", 400, "99 seeds are more than the 50 allowed here")]
    [InlineData("""{"sides":["small","small"],"values":[{"path":"x","text":"1"}]}""", 400, "a path is no stated value")]
    public async Task What_cannot_be_compared_is_refused_in_words(string body, int status, string detail)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await server.Client.PostAsync("comparisons", content, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(detail, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_may_be_laid_over_what_is_run()
    {
        string id = (string)(await Ordered(new { scenario = "small+richer", seed = 2 }))["id"]!;
        Assert.Equal("complete", (string)(await Follow(id))[^1]["state"]!);
        Assert.Equal("small+richer", (string)(await Json($"runs/{id}"))["scenario"]!);
    }

    [Fact]
    public async Task Accounts_are_the_table_s_page_by_page_the_largest_first()
    {
        ForcedAccount[] written =
        [
            .. ForcedAccount
                .Read(Path.Combine(server.Runs, LiveServer.Finished))
                .Where(row => row.Forced > 0)
                .OrderByDescending(row => row.Forced),
        ];
        var read = new List<string>();
        for (int? offset = 0; offset is not null; )
        {
            JsonNode page = await Json($"runs/{LiveServer.Finished}/accounts?side=losers&offset={offset}&limit=1");
            read.AddRange(page["page"]!.AsArray().Select(row => (string)row!["name"]!));
            offset = (int?)page["next"];
        }

        Assert.NotEmpty(written);
        Assert.Equal(written.Select(row => row.Name), read);
    }

    [Theory]
    [InlineData("fan", "there is no fan")]
    [InlineData("ladders?coin=BTC", "the run recorded no series")]
    [InlineData("observed-prices", "names no prices")]
    [InlineData("differences", "the run is no comparison")]
    public async Task What_a_run_does_not_have_is_not_there(string part, string detail)
    {
        using HttpResponseMessage answer = await server.Client.GetAsync($"runs/{LiveServer.Finished}/{part}", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(detail, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_margin_question_gets_the_calculators_own_answer()
    {
        const string Question =
            """{"id":1,"venue":"binance-usdm","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":"BTC","side":"long","quantity":1,"entryPrice":60000,"leverage":20}]}}""";
        var calculator = new Calculator(new RuleBook(LiveServer.Content));
        string expected = Encoding.UTF8.GetString(calculator.Answer(Encoding.UTF8.GetBytes(Question), 1));
        Assert.Equal(expected, (await Posted("margin", Question, "application/json")).TrimEnd());
        Assert.Equal(
            $"{expected}\n{expected}\n",
            await Posted("margin", Question + "\n" + Question, "application/x-ndjson")
        );
    }

    [Fact]
    public async Task Claims_come_with_the_verdicts_of_the_fact_check()
    {
        JsonNode check = await Json("claims/nov-2025");
        FactCheck expected = FactCheck.Run(
            Path.Combine(AppContext.BaseDirectory, "claims", "nov-2025.yaml"),
            LiveServer.Content
        );
        Assert.Equal(expected.Checked.Count, check["checked"]!.AsArray().Count);
        Assert.Equal(
            expected.Checked.Count(claim => claim.Verdict == Verdict.Holds),
            check["checked"]!.AsArray().Count(claim => (string)claim!["verdict"]! == "holds")
        );
    }

    [Fact]
    public async Task The_document_of_the_api_names_every_address()
    {
        JsonObject paths = (await Json("openapi.json"))["paths"]!.AsObject();
        string[] expected =
        [
            "scenarios",
            "scenarios/schema",
            "scenarios/{name}",
            "runs",
            "runs/{id}",
            "runs/{id}/progress",
            "runs/{id}/cancel",
            "runs/{id}/series",
            "runs/{id}/series/rows",
            "runs/{id}/series/so-far",
            "runs/{id}/flows",
            "runs/{id}/ladders",
            "runs/{id}/fan",
            "runs/{id}/observed-prices",
            "runs/{id}/accounts",
            "runs/{id}/differences",
            "comparisons",
            "policies",
            "runs/{id}/files",
            "runs/{id}/files/{name}",
            "margin",
            "margin/venues",
            "margin/schema",
            "claims",
            "claims/{name}",
            "indicators",
            "indicators/{name}",
            "about",
            "map/{scenario}",
            "session",
        ];
        Assert.Equal(expected.Order(), paths.Select(path => path.Key["/api/v1/".Length..]).Order());
    }

    private async Task<JsonNode> Json(string path) => JsonNode.Parse(await Text(path))!;

    private async Task<string> Text(string path)
    {
        using HttpResponseMessage answer = await server.Client.GetAsync(path, Cancel);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private async Task<string> Posted(string path, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using HttpResponseMessage answer = await server.Client.PostAsync(path, content, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<JsonNode> Ordered(object order, string what = "runs")
    {
        using HttpResponseMessage answer = await server.Client.PostAsJsonAsync(what, order, Cancel);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<IReadOnlyList<JsonNode>> Follow(string id)
    {
        using Stream stream = await server.Client.GetStreamAsync($"runs/{id}/progress", Cancel);
        var told = new List<JsonNode>();
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(Cancel))
        {
            Assert.Equal("progress", item.EventType);
            told.Add(JsonNode.Parse(item.Data)!);
        }

        return told;
    }
}
