using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Answers a file of questions, one JSON object a line, in the same order.</summary>
public static class QuestionFile
{
    private const int BufferSize = 1 << 16;

    /// <param name="questions">JSON Lines in UTF-8; empty lines are skipped.</param>
    /// <exception cref="InputException">They are no text; nothing was answered.</exception>
    public static AnswerCount Answer(Calculator calculator, Stream questions, Stream answers)
    {
        byte[] buffer = new byte[BufferSize];
        using var output = new BufferedStream(answers, BufferSize);
        (int filled, long line, AnswerCount count) = (0, 0, default);
        while (true)
        {
            int read = questions.Read(buffer, filled, buffer.Length - filled);
            if (line == 0)
            {
                RequireText(buffer.AsSpan(filled, read));
            }

            filled += read;
            int start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is >= 0 and int length)
            {
                count += AnswerLine(calculator, buffer.AsSpan(start, length), ++line, output);
                start += length + 1;
            }

            if (read == 0)
            {
                count += AnswerLine(calculator, buffer.AsSpan(start, filled - start), ++line, output);
                return count;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    // No text has a zero byte, and what is compressed has one within its first few.
    private static void RequireText(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Contains((byte)0))
        {
            throw new InputException("the file of questions is no text: it must hold JSON Lines in UTF-8");
        }
    }

    private static AnswerCount AnswerLine(Calculator calculator, ReadOnlySpan<byte> line, long number, Stream output)
    {
        ReadOnlySpan<byte> question = line.Trim(" \t\r\n"u8);
        if (question.StartsWith("\uFEFF"u8))
        {
            question = question[3..];
        }

        if (question.IsEmpty)
        {
            return default;
        }

        output.Write(calculator.Answer(question, number));
        output.WriteByte((byte)'\n');
        return new AnswerCount(1, calculator.AnsweredError ? 1 : 0);
    }
}
