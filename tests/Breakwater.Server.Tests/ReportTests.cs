using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server.Tests;

public sealed partial class ReportTests(LiveServer server) : IClassFixture<LiveServer>
{
    private const string Script = "</script><script>alert(1)</script><!--";

    [Fact]
    public void A_report_holds_the_very_numbers_of_its_folder()
    {
        string folder = Path.Combine(server.Runs, LiveServer.Finished);
        JsonNode data = DataOf(folder);
        foreach (string file in new[] { RunFolder.SummaryName, RunFolder.ManifestName, ScenarioRun.ComparisonName })
        {
            string written = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!.ToJsonString();
            Assert.Equal(written, data[Path.GetFileNameWithoutExtension(file)]!.ToJsonString());
        }

        Assert.Equal(RecordedFlow.Read(folder).Count, data["flows"]!.AsArray().Count);
    }

    [Fact]
    public void A_report_asks_for_nothing_outside_itself()
    {
        string page = File.ReadAllText(Path.Combine(server.Runs, LiveServer.Finished, RunReportPage.Name));
        Assert.DoesNotMatch(Outside(), page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_script_in_it_stays_a_name()
    {
        server.Leave("spoiled", 3);
        string folder = Path.Combine(server.Runs, "spoiled");
        RunManifest manifest = RunFolder.ReadManifest(folder);
        RunFolder.WriteJson(Path.Combine(folder, RunFolder.ManifestName), manifest with { Scenario = Script });

        string before = File.ReadAllText(Path.Combine(folder, RunReportPage.Name));
        string after = File.ReadAllText(RunReportPage.Write(folder));

        Assert.Equal(before.Split("<script").Length, after.Split("<script").Length);
        Assert.DoesNotContain("<script>alert", after, StringComparison.Ordinal);
        Assert.Equal(Script, (string)DataOf(folder)["manifest"]!["scenario"]!);
    }

    [Fact]
    public void An_unfinished_run_has_no_report()
    {
        server.Leave("unfinished", 4);
        string folder = Path.Combine(server.Runs, "unfinished");
        RunManifest manifest = RunFolder.ReadManifest(folder);
        RunFolder.WriteJson(
            Path.Combine(folder, RunFolder.ManifestName),
            manifest with
            {
                State = RunState.Incomplete,
            }
        );
        Assert.Throws<InputException>(() => RunReportPage.Write(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static JsonNode DataOf(string folder)
    {
        string page = File.ReadAllText(Path.Combine(folder, RunReportPage.Name));
        return JsonNode.Parse(Data().Match(page).Groups["json"].Value)!;
    }

    [GeneratedRegex(
        "<script id=\"data\" type=\"application/json\">(?<json>.*?)</script>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Data();

    [GeneratedRegex(
        "<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']?(?:https?:)?//",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Outside();
}
