package dk.rehabplan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers what {@code cargo xtask parity} asks. Each question is a plan and options, each answer a status and a text; before every text
 * stands its length in four bytes, the highest first.
 */
final class Parity {
    public static void main(String[] arguments) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            while (true) {
                byte[] plan;
                try {
                    plan = in.readNBytes(in.readInt());
                } catch (EOFException end) {
                    return;
                }
                byte[] options = in.readNBytes(in.readInt());
                byte[] answer = Native.open(options);
                if (answer[0] == 0) {
                    long checker = Long.parseLong(new String(Native.answer(answer), StandardCharsets.US_ASCII));
                    answer = Native.check(checker, plan, null);
                    Native.close(checker);
                }
                out.writeByte(answer[0]);
                out.writeInt(answer.length - 1);
                out.write(answer, 1, answer.length - 1);
                // The records hold every report too.
                if (answer[0] == 0) {
                    Report.parse(new String(Native.answer(answer), StandardCharsets.UTF_8));
                }
            }
        }
    }
}
