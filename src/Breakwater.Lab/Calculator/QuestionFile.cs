namespace Breakwater.Lab;

/// <summary>Answers a file of questions, one JSON object a line, in the same order.</summary>
public static class QuestionFile
{
    private const int BufferSize = 1 << 16;

    /// <param name="questions">JSON Lines in UTF-8; empty lines are skipped.</param>
    /// <returns>Lines answered.</returns>
    public static long Answer(Calculator calculator, Stream questions, Stream answers)
    {
        byte[] buffer = new byte[BufferSize];
        using var output = new BufferedStream(answers, BufferSize);
        (int filled, long line, long answered) = (0, 0, 0);
        while (true)
        {
            int read = questions.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            int start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is >= 0 and int length)
            {
                answered += AnswerLine(calculator, buffer.AsSpan(start, length), ++line, output);
                start += length + 1;
            }

            if (read == 0)
            {
                answered += AnswerLine(calculator, buffer.AsSpan(start, filled - start), ++line, output);
                return answered;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private static int AnswerLine(Calculator calculator, ReadOnlySpan<byte> line, long number, Stream output)
    {
        ReadOnlySpan<byte> question = line.Trim(" \t\r\n"u8);
        if (question.StartsWith("\uFEFF"u8))
        {
            question = question[3..];
        }

        if (question.IsEmpty)
        {
            return 0;
        }

        output.Write(calculator.Answer(question, number));
        output.WriteByte((byte)'\n');
        return 1;
    }
}
