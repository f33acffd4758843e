using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Breakwater.Data;

/// <summary>Downloads files that have a checksum beside them, and goes on where an earlier try was cut off.</summary>
/// <remarks>A file appears under its name only when its SHA-256 is right; until then it is called <c>.part</c>.</remarks>
public sealed class ArchiveClient(HttpClient http, Uri address)
{
    private const int Tries = 4;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(0.5);

    /// <summary>Told now and then how much of a file is there: its path, bytes, and bytes in all (0 where unknown).</summary>
    public Action<string, long, long>? Progress { get; init; }

    /// <returns>The path of the file, which may have been there before.</returns>
    /// <exception cref="FetchException">The archive has no such file, gives another than its checksum says, or does not answer.</exception>
    public async Task<string> FetchAsync(string path, string folder, CancellationToken cancel)
    {
        string target = Path.Combine(folder, Path.GetFileName(path));
        string expected = await ChecksumAsync(path, cancel).ConfigureAwait(false);
        if (File.Exists(target) && await HashAsync(target, cancel).ConfigureAwait(false) == expected)
        {
            return target;
        }

        Directory.CreateDirectory(folder);
        string part = target + ".part";
        await RetryAsync(path, () => AppendAsync(path, part, cancel), cancel).ConfigureAwait(false);
        string found = await HashAsync(part, cancel).ConfigureAwait(false);
        if (!string.Equals(found, expected, StringComparison.Ordinal))
        {
            File.Delete(part);
            throw new FetchException(
                $"{path}: SHA-256 is {found}, expected {expected}; what was downloaded is removed, try again"
            );
        }

        File.Move(part, target, overwrite: true);
        return target;
    }

    /// <summary>The file beside it: the hash in hexadecimal, then the name.</summary>
    private async Task<string> ChecksumAsync(string path, CancellationToken cancel)
    {
        string text = "";
        await RetryAsync(
                path,
                async () =>
                    text = await http.GetStringAsync(new Uri(address, path + ".CHECKSUM"), cancel)
                        .ConfigureAwait(false),
                cancel
            )
            .ConfigureAwait(false);
        string hash = text.Split([' ', '\t', '\n'], 2)[0].Trim().ToLowerInvariant();
        bool isHash = hash.Length == 64 && hash.All(char.IsAsciiHexDigit);
        return isHash ? hash : throw new FetchException($"{path}.CHECKSUM: expected a SHA-256 in hexadecimal");
    }

    private async Task AppendAsync(string path, string part, CancellationToken cancel)
    {
        using FileStream file = new(part, FileMode.OpenOrCreate, FileAccess.Write);
        file.Seek(0, SeekOrigin.End);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Range = file.Length > 0 ? new RangeHeaderValue(file.Length, null) : null;
        using HttpResponseMessage response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancel
            )
            .ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return;
        }

        response.EnsureSuccessStatusCode();
        if (response.StatusCode != HttpStatusCode.PartialContent)
        {
            file.SetLength(0);
        }

        await CopyAsync(path, response, file, cancel).ConfigureAwait(false);
    }

    private async Task CopyAsync(string path, HttpResponseMessage response, FileStream file, CancellationToken cancel)
    {
        long total = response.Content.Headers.ContentLength is { } rest ? file.Length + rest : 0;
        var buffer = new byte[1 << 16];
        using Stream content = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        for (int read = -1; read != 0; )
        {
            read = await content.ReadAsync(buffer, cancel).ConfigureAwait(false);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
            Progress?.Invoke(path, file.Length, total);
        }
    }

    /// <summary>A broken connection is worth another try, a file that is not there is not.</summary>
    private static async Task RetryAsync(string path, Func<Task> attempt, CancellationToken cancel)
    {
        for (int failed = 0; ; )
        {
            try
            {
                await attempt().ConfigureAwait(false);
                return;
            }
            catch (HttpRequestException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
                throw new FetchException($"{path}: the archive has no such file", missing) { IsMissing = true };
            }
            catch (Exception broken) when (broken is HttpRequestException or HttpIOException)
            {
                failed++;
                if (failed == Tries)
                {
                    throw new FetchException($"{path}: {broken.Message}", broken);
                }

                await Task.Delay(s_firstPause * (1 << (failed - 1)), cancel).ConfigureAwait(false);
            }
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel).ConfigureAwait(false));
    }
}
