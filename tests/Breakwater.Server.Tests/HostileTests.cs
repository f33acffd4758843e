using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Breakwater.Server.Tests;

public sealed class HostileTests(LiveServer server) : IClassFixture<LiveServer>
{
    private const int Requests = 1000;
    private static readonly string[] s_secrets =
    [
        AppContext.BaseDirectory,
        Path.GetTempPath(),
        "   at ",
        "System.",
        "root:x:",
        "Exception",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_hostile_requests_get_a_clear_refusal_and_the_server_goes_on()
    {
        var hostile = new HostileRequests(seed: 20251010);
        var unclear = new List<string>();
        for (int number = 0; number < Requests; number++)
        {
            using HttpRequestMessage request = hostile.Next();
            using HttpResponseMessage? answer = await Answer(request);
            if (answer is null)
            {
                continue;
            }

            string text = await answer.Content.ReadAsStringAsync(Cancel);
            if (!IsClearRefusal(answer, text))
            {
                unclear.Add(
                    FormattableString.Invariant(
                        $"{number}: {request.Method} {request.RequestUri}: {(int)answer.StatusCode} {text}"
                    )
                );
            }
        }

        Assert.True(unclear.Count == 0, string.Join("\n", unclear));
        using HttpResponseMessage still = await server.Client.GetAsync($"runs/{LiveServer.Finished}", Cancel);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Single(Directory.EnumerateDirectories(server.Runs));
    }

    [Theory]
    [InlineData("GET /../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /api/v1/runs/../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /assets/..%2f..%2fappsettings.json HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /assets/%2e%2e/report/report.html HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /api/v1/scenarios/a%00b HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("BREAK\r\n\r\n")]
    [InlineData(
        "POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}"
    )]
    [InlineData(
        "POST /api/v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{}"
    )]
    [InlineData(
        "POST /api/v1/margin HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\nContent-Type: application/json\r\n\r\nzz\r\n"
    )]
    public async Task What_no_client_would_send_is_refused_too(string sent)
    {
        string said = await Exchange(sent);
        int status = int.Parse(said.Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.InRange(status, 400, 505);
        Assert.NotEqual(500, status);
        Assert.DoesNotContain("root:x:", said, StringComparison.Ordinal);
        using HttpResponseMessage still = await server.Client.GetAsync("about", Cancel);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/runs")]
    [InlineData("/api/v1/nothing")]
    public async Task Who_sends_too_much_is_told_that_the_connection_ends(string path)
    {
        string said = await Exchange(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n"
        );
        Assert.Contains("\r\nConnection: close\r\n", said, StringComparison.OrdinalIgnoreCase);
    }

    // A server may hang up on a body that is too large before the client has sent it all.
    private async Task<HttpResponseMessage?> Answer(HttpRequestMessage request)
    {
        try
        {
            return await server.Client.SendAsync(request, Cancel);
        }
        catch (HttpRequestException) when (request.Content?.Headers.ContentLength > 1 << 20)
        {
            return null;
        }
    }

    private static bool IsClearRefusal(HttpResponseMessage answer, string text)
    {
        int status = (int)answer.StatusCode;
        if (status is < 400 or >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return false;
        }

        JsonNode problem = JsonNode.Parse(text)!;
        return (int)problem["status"]! == status
            && !string.IsNullOrWhiteSpace((string?)problem["detail"])
            && !text.Contains("<script>", StringComparison.Ordinal)
            && !s_secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal));
    }

    private async Task<string> Exchange(string sent)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(sent), Cancel);
        byte[] answer = new byte[4096];
        int length = await stream.ReadAsync(answer, Cancel);
        return Encoding.UTF8.GetString(answer, 0, length);
    }
}
