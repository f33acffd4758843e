using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Breakwater.Testing;

/// <summary>A server on loopback with the layout of Binance's archive; it can break off answers and lie about checksums.</summary>
public sealed class LocalArchive : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly List<(string Path, string? Range)> _requests = [];

    public LocalArchive()
    {
        Address = Listen();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>How many answers to break off, each after this many bytes.</summary>
    public Queue<int> BreakAfter { get; } = new();

    public bool IgnoresRanges { get; set; }

    /// <summary>Files asked for, without checksums, each with its range.</summary>
    public IReadOnlyList<(string Path, string? Range)> Requests => _requests;

    public void Add(string path, byte[] content, bool isHonest = true)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(isHonest ? content : [1, 2, 3]));
        _files["/" + path] = content;
        _files["/" + path + ".CHECKSUM"] = Encoding.ASCII.GetBytes($"{hash}  {Path.GetFileName(path)}\n");
    }

    public void Dispose() => _listener.Close();

    private Uri Listen()
    {
        for (int port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                _listener.Start();
                return new Uri($"http://127.0.0.1:{port}/");
            }
            catch (HttpListenerException)
            {
                continue;
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        if (!_files.TryGetValue(path, out byte[]? content))
        {
            context.Response.StatusCode = 404;
            context.Response.Close();
            return;
        }

        if (path.EndsWith(".CHECKSUM", StringComparison.Ordinal))
        {
            context.Response.Close(content, willBlock: true);
            return;
        }

        string? range = context.Request.Headers["Range"];
        _requests.Add((path, range));
        Send(
            context,
            content,
            IgnoresRanges || range is null
                ? 0
                : int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private void Send(HttpListenerContext context, byte[] content, int from)
    {
        context.Response.StatusCode =
            from == 0 ? 200
            : from < content.Length ? 206
            : 416;
        byte[] rest = content[Math.Min(from, content.Length)..];
        context.Response.ContentLength64 = rest.Length;
        if (BreakAfter.TryDequeue(out int length))
        {
            context.Response.OutputStream.Write(rest.AsSpan(0, Math.Min(length, rest.Length)));
            context.Response.OutputStream.Flush();
            context.Response.Abort();
            return;
        }

        context.Response.OutputStream.Write(rest);
        context.Response.Close();
    }
}
