/*
 * Answers what `cargo xtask parity` asks. Each question is a plan and options, each answer a status and a text; before every text
 * stands its length in four bytes, the highest first.
 */
#include <stdio.h>
#include <stdlib.h>

#include "rehabplan.h"

static int read_text(char **text, size_t *length) {
  unsigned char size[4];
  if (fread(size, 1, 4, stdin) != 4) return 0;
  *length = (size_t)size[0] << 24 | (size_t)size[1] << 16 | (size_t)size[2] << 8 | size[3];
  *text = malloc(*length > 0 ? *length : 1);
  return *text != NULL && fread(*text, 1, *length, stdin) == *length;
}

int main(void) {
  char *plan, *options, *answer;
  size_t plan_length, options_length, length;
  while (read_text(&plan, &plan_length)) {
    if (!read_text(&options, &options_length)) return 1;
    int32_t status = rehabplan_check(plan, plan_length, options, options_length, &answer, &length);
    unsigned char head[] = {(unsigned char)status, (unsigned char)(length >> 24), (unsigned char)(length >> 16),
                            (unsigned char)(length >> 8), (unsigned char)length};
    fwrite(head, 1, sizeof head, stdout);
    fwrite(answer, 1, length, stdout);
    rehabplan_free(&answer);
    free(plan);
    free(options);
  }
  return fflush(stdout) == 0 ? 0 : 1;
}
