using System.Security.Cryptography;
using System.Text;

namespace Breakwater.Runs;

/// <summary>One digest of several logs, in order.</summary>
public static class EventLogHashes
{
    /// <returns>The first 32 hexadecimal digits of SHA-256 over the digests, one a line.</returns>
    public static string Join(IEnumerable<string> digests)
    {
        byte[] lines = Encoding.ASCII.GetBytes(string.Join('\n', digests));
        return Convert.ToHexStringLower(SHA256.HashData(lines))[..32];
    }
}
