using System.Text;

namespace Breakwater.Server.Tests;

/// <summary>Requests of somebody who means harm, drawn from a seed: none of them may succeed.</summary>
internal sealed class HostileRequests(int seed)
{
    private static readonly string[] s_paths =
    [
        "..%2f..%2fetc%2fpasswd",
        "....//etc/passwd",
        "%2e%2e%5cwindows",
        "..\\..\\x",
        "/etc/passwd",
        "%252e%252e%252f",
        "manifest.json.html",
        ".git%2fconfig",
        "CON",
        "C:%5cx",
        "file:%2f%2f%2fetc",
        "~root",
        "%c0%ae%c0%ae%2f",
        "a;b",
        "*",
    ];

    private static readonly string[] s_texts =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' OR 1=1 --",
        "'; DROP TABLE rows; --",
        "${7*7}",
        "{{7*7}}",
        "\u202Etxt",
        "javascript:alert(1)",
        "\r\nX-Evil: 1",
        "../../../etc/passwd",
        "/etc/passwd",
        "%s%n",
        "\uFFFD",
        "Ω≈ç√",
        "read_parquet('/etc/passwd')",
    ];

    private static readonly string[] s_values =
    [
        "null",
        "true",
        "[]",
        "{}",
        "-1",
        "1e999",
        "99999999999999999999999",
        "\"x\"",
        "0.5",
        "[[[[]]]]",
        "{\"a\":1}",
        "\"9\"",
        "18446744073709551616",
    ];

    private readonly Random _random = new(seed);

    public HttpRequestMessage Next() =>
        _random.Next(10) switch
        {
            0 => Get($"runs/{Pick(s_paths)}"),
            1 => Get($"runs/{LiveServer.Finished}/files/{Pick(s_paths)}"),
            2 => Get(
                $"runs/{Escaped()}/{Pick("series?coin=BTC", "flows", "files", "progress", "accounts", "fan", "differences", "series/rows?coin=B&venue=b")}"
            ),
            3 => Get($"{Pick("scenarios", "claims", "indicators")}/{Escaped()}"),
            4 => Get($"runs/{LiveServer.Finished}/{BadQuery()}"),
            9 => Post("comparisons", BadComparison(), "application/json"),
            5 => Post("runs", BadOrder(), "application/json"),
            6 => Post("margin", BadQuestion(), "application/json"),
            7 => Post(
                Pick("runs", "margin", "session", "comparisons"),
                Broken(),
                Pick("application/json", "text/plain", "application/xml", "multipart/form-data")
            ),
            _ => new HttpRequestMessage(
                new HttpMethod(Pick("DELETE", "PUT", "PATCH", "TRACE")),
                Pick("runs", "margin", "scenarios", "about", "claims")
            ),
        };

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, byte[] body, string type) =>
        new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", type } } } };

    private static HttpRequestMessage Post(string path, string body, string type) =>
        Post(path, Encoding.UTF8.GetBytes(body), type);

    private string BadQuery() =>
        Pick("series", "series/rows", "flows")
        + "?venue="
        + Escaped()
        + "&coin="
        + Escaped()
        + "&"
        + Pick("points", "limit", "offset")
        + "="
        + Uri.EscapeDataString(Pick("-1", "abc", "1e9", "2147483648", "NaN", "", " ", "0x10"))
        + "&limit=-5&points=0&from="
        + Escaped();

    private string BadOrder() =>
        _random.Next(4) switch
        {
            0 => $$"""{"scenario":{{Pick(s_values)}} }""",
            1 => $$"""{"scenario":"small","seed":{{Pick("-1", "1.5", "\"x\"", "[]", "1e40", "{}")}} }""",
            2 => $$"""{"scenario":{{Quoted()}},"seeds":{{Quoted()}} }""",
            _ => $$"""{"scenario":"small","values":[{"path":{{Quoted()}},"text":{{Quoted()}} }]}""",
        };

    private string BadComparison() =>
        _random.Next(3) switch
        {
            0 => $$"""{"sides":{{Pick(s_values)}} }""",
            1 => $$"""{"sides":["small",{{Quoted()}}],"seeds":"1..2"}""",
            _ => $$"""{"sides":["small","richer"],"seeds":{{Quoted()}} }""",
        };

    private string BadQuestion() =>
        _random.Next(3) switch
        {
            0 => $$"""{"venue":{{Quoted()}},"kind":"margin","account":{"positions":[]} }""",
            1 => $$"""{"venue":"binance-usdm","kind":{{Quoted()}} }""",
            _ =>
                $$"""{"venue":"binance-usdm","kind":"margin","account":{"mode":"isolated","positions":[{"symbol":{{Quoted()}},"side":{{Quoted()}},"quantity":{{Pick("-1", "\"x\"", "null", "[]", "1e400")}},"entryPrice":1}]} }""",
        };

    private byte[] Broken() =>
        _random.Next(5) switch
        {
            0 => Encoding.UTF8.GetBytes("{\"scenario\":"),
            1 => [0xFF, 0xFE, 0x00, 0xD8, 0x22],
            2 => Encoding.UTF8.GetBytes(new string('[', 5000)),
            3 => Encoding.UTF8.GetBytes(
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
            ),
            _ => new byte[_random.Next(20) == 0 ? (1 << 20) + 1 : 0],
        };

    private string Escaped() => Uri.EscapeDataString(_random.Next(8) == 0 ? new string('a', 600) : Pick(s_texts));

    private string Quoted() => System.Text.Json.JsonSerializer.Serialize(Pick(s_texts));

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
