using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;

namespace Breakwater.Server.Tests;

public sealed partial class GuardTests(LiveServer server) : IClassFixture<LiveServer>
{
    private const string Token = "0123456789abcdef";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void An_address_that_others_reach_demands_a_token()
    {
        ServerOptions open = server.Options with { Listen = IPAddress.Any };
        Assert.Throws<InputException>(() => LabServer.Create(open));
        Assert.Throws<InputException>(() => LabServer.Create(open with { Token = "short" }));
    }

    [Fact]
    public async Task With_a_token_nobody_gets_in_without_it()
    {
        await using WebApplication app = LabServer.Create(server.Options with { Token = Token });
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(client, "/api/v1/runs"));
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(client, "0123456789abcdeF"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(client, "/api/v1/runs"));
        Assert.Equal(HttpStatusCode.NoContent, await SignIn(client, Token));
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/api/v1/runs"));

        using var bearer = new HttpClient { BaseAddress = client.BaseAddress };
        bearer.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        Assert.Equal(HttpStatusCode.OK, await Status(bearer, "/api/v1/runs"));
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "about") { Headers = { Host = "evil.example" } };
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Another_sites_page_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "runs")
        {
            Content = JsonContent.Create(new { scenario = "small" }),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_pages_hold_no_script_of_their_own_and_forbid_any()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using HttpResponseMessage answer = await client.GetAsync("/", Cancel);
        string page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.All(
            Scripts().Matches(page),
            script => Assert.Contains("src=", script.Groups["attributes"].Value, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        string policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_handed_out_in_a_sandbox_and_as_a_download()
    {
        using HttpResponseMessage answer = await server.Client.GetAsync(
            $"runs/{LiveServer.Finished}/files/report.html",
            Cancel
        );
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith(
            "sandbox",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait()
    {
        ServerLimits narrow = server.Options.Limits with { Burst = 5, RequestsPerSecond = 1 };
        await using WebApplication app = LabServer.Create(server.Options with { Limits = narrow });
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var answered = new List<HttpStatusCode>();
        for (int request = 0; request < 8; request++)
        {
            answered.Add(await Status(client, "/api/v1/about"));
        }

        Assert.Contains(HttpStatusCode.OK, answered);
        Assert.Contains(HttpStatusCode.TooManyRequests, answered);
    }

    [Fact]
    public async Task More_open_runs_than_allowed_are_refused()
    {
        ServerLimits narrow = server.Options.Limits with { OpenRuns = 1 };
        await using WebApplication app = LabServer.Create(server.Options with { Limits = narrow });
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var order = new { scenario = "oct-10-2025", seeds = "1..40" };
        using HttpResponseMessage first = await client.PostAsJsonAsync("/api/v1/runs", order, Cancel);
        using HttpResponseMessage second = await client.PostAsJsonAsync("/api/v1/runs", order, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        await app.StopAsync(Cancel);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> SignIn(HttpClient client, string token)
    {
        using HttpResponseMessage answer = await client.PostAsJsonAsync("/api/v1/session", new { token }, Cancel);
        return answer.StatusCode;
    }

    [GeneratedRegex("<script(?<attributes>[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scripts();
}
