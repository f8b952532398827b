/*
 * A caller that means no good. Built with AddressSanitizer, and run by valgrind: neither may see anything.
 *
 *     hostile [THREADS]
 *
 * Whatever is given lies in memory of exactly its length, so that a byte too far is seen.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rehabplan.h"

#define MIB ((size_t)1024 * 1024)

static int failures = 0;

static void judge(int is_so, const char *what, int line) {
  if (!is_so) {
    fprintf(stderr, "hostile.c:%d: not so: %s\n", line, what);
    failures++;
  }
}
#define SO(what) judge((what), #what, __LINE__)

static const char PLAN[] = "{\"sag\":{\"sagstype\":\"revalidering\"}}";

/* The text without its NUL, in memory of exactly that length. */
static char *exactly(const char *text, size_t length) {
  char *copy = malloc(length > 0 ? length : 1);
  if (copy == NULL) abort();
  memcpy(copy, text, length);
  return copy;
}

/* Takes an answer: says whether it begins so, and that it is whole. */
static int begins(char **answer, size_t length, const char *begin) {
  int is_so = *answer != NULL && strlen(*answer) == length && strncmp(*answer, begin, strlen(begin)) == 0;
  if (!is_so) fprintf(stderr, "answer: %.120s\n", *answer != NULL ? *answer : "NULL");
  rehabplan_free(answer);
  return is_so && *answer == NULL;
}

static int failed_with(int32_t status, char **answer, const size_t *length, const char *code) {
  char begin[64];
  snprintf(begin, sizeof begin, "{\"code\":\"%s\",\"message\":\"", code);
  return status == REHABPLAN_ERROR && begins(answer, *length, begin);
}

static int32_t check(const char *plan, size_t plan_length, const char *options, char **answer, size_t *length) {
  size_t options_length = strlen(options);
  char *plan_copy = plan != NULL && plan_length <= 9 * MIB ? exactly(plan, plan_length) : NULL;
  char *options_copy = exactly(options, options_length);
  int32_t status = rehabplan_check(plan_copy != NULL ? plan_copy : plan, plan_length, options_copy, options_length, answer, length);
  free(plan_copy);
  free(options_copy);
  return status;
}

static void one_plan(void) {
  char *answer = NULL;
  size_t length = 0;
  SO(rehabplan_abi() == REHABPLAN_ABI);
  SO(strlen(rehabplan_version()) >= 5);

  SO(check(PLAN, strlen(PLAN), "", &answer, &length) == REHABPLAN_OK && begins(&answer, length, "{\"ruleSet\":{"));
  SO(check(PLAN, strlen(PLAN), "{\"lang\":\"en\",\"profiles\":[\"vejledning\"]}", &answer, &length) == REHABPLAN_OK);
  SO(strstr(answer, "\"lang\":\"en\"") != NULL);
  SO(begins(&answer, length, "{\"ruleSet\":{"));

  /* Nothing, and what cannot be. */
  SO(failed_with(rehabplan_check(NULL, 0, NULL, 0, &answer, &length), &answer, &length, "notJson"));
  SO(failed_with(rehabplan_check(NULL, 5, NULL, 0, &answer, &length), &answer, &length, "badArgument"));
  SO(failed_with(rehabplan_check(PLAN, SIZE_MAX, NULL, 0, &answer, &length), &answer, &length, "badArgument"));
  SO(failed_with(rehabplan_check(PLAN, strlen(PLAN), NULL, 7, &answer, &length), &answer, &length, "badArgument"));
  SO(rehabplan_check(PLAN, 0, NULL, 0, NULL, &length) == REHABPLAN_NO_ANSWER);
  SO(rehabplan_check(PLAN, strlen(PLAN), NULL, 0, NULL, NULL) == REHABPLAN_NO_ANSWER);
  SO(rehabplan_check(PLAN, strlen(PLAN), NULL, 0, &answer, NULL) == REHABPLAN_OK);
  SO(begins(&answer, strlen(answer), "{\"ruleSet\":{"));

  /* What is no plan. */
  SO(failed_with(check("", 0, "", &answer, &length), &answer, &length, "notJson"));
  SO(failed_with(check("[]", 2, "", &answer, &length), &answer, &length, "notAnObject"));
  SO(failed_with(check("{\"sag\"\0:1}", 10, "", &answer, &length), &answer, &length, "notJson"));
  SO(failed_with(check("{\"sag\":\"\xff\"}", 11, "", &answer, &length), &answer, &length, "notUtf8"));
  SO(failed_with(check("{\"a\":\"\xc3", 7, "", &answer, &length), &answer, &length, "notUtf8"));

  /* Options that are none. */
  SO(failed_with(check(PLAN, strlen(PLAN), "{", &answer, &length), &answer, &length, "badOptions"));
  SO(failed_with(check(PLAN, strlen(PLAN), "{\"phase\":\"\xff\"}", &answer, &length), &answer, &length, "badOptions"));
  SO(failed_with(check(PLAN, strlen(PLAN), "{\"profiles\":[\"x\"]}", &answer, &length), &answer, &length, "badProfile"));

  /* 8 MiB is read, and a byte more is not. */
  char *large = malloc(8 * MIB + 1);
  if (large == NULL) abort();
  memset(large, ' ', 8 * MIB + 1);
  memcpy(large, PLAN, strlen(PLAN));
  SO(check(large, 8 * MIB, "", &answer, &length) == REHABPLAN_OK && begins(&answer, length, "{\"ruleSet\":{"));
  SO(failed_with(check(large, 8 * MIB + 1, "", &answer, &length), &answer, &length, "tooLarge"));
  SO(failed_with(rehabplan_check(PLAN, 2, large, 8 * MIB + 1, &answer, &length), &answer, &length, "badOptions"));

  /* Deep enough to end a stack. */
  memset(large, '[', 4 * MIB);
  memset(large + 4 * MIB, ']', 4 * MIB);
  memcpy(large, "{\"sag\":", 7);
  memcpy(large + 8 * MIB - 7, "      }", 7);
  SO(failed_with(check(large, 8 * MIB, "", &answer, &length), &answer, &length, "tooDeep"));
  memcpy(large, "{\"suppress\":", 12);
  SO(failed_with(rehabplan_check(PLAN, 2, large, 8 * MIB, &answer, &length), &answer, &length, "badOptions"));
  free(large);

  /* An error says nothing of the plan. */
  const char *named = "{\"navn\":\"Kirsten Jensen 010203-1234\",";
  SO(check(named, strlen(named), "", &answer, &length) == REHABPLAN_ERROR);
  SO(strstr(answer, "Kirsten") == NULL && strstr(answer, "0102") == NULL);
  rehabplan_free(&answer);
}

static void freed_twice(void) {
  char *answer = NULL;
  size_t length = 0;
  rehabplan_checker checker = 0;

  SO(check(PLAN, strlen(PLAN), "", &answer, &length) == REHABPLAN_OK);
  rehabplan_free(&answer);
  rehabplan_free(&answer);
  rehabplan_free(NULL);

  SO(rehabplan_checker_new(NULL, 0, &checker, &answer, &length) == REHABPLAN_OK && begins(&answer, length, "{}"));
  rehabplan_checker copy = checker;
  SO(checker != 0);
  SO(rehabplan_checker_check(checker, PLAN, strlen(PLAN), NULL, 0, &answer, &length) == REHABPLAN_OK);
  SO(begins(&answer, length, "{\"ruleSet\":{"));
  rehabplan_checker_free(&checker);
  SO(checker == 0);
  rehabplan_checker_free(&checker);
  rehabplan_checker_free(NULL);
  /* Even by a copy that the caller kept, and by numbers that were never given. */
  rehabplan_checker never[] = {copy, 0, 1, SIZE_MAX, 0xdeadbeef, (rehabplan_checker)PLAN};
  for (size_t place = 0; place < sizeof never / sizeof never[0]; place++) {
    rehabplan_checker none = never[place];
    SO(failed_with(rehabplan_checker_check(none, PLAN, strlen(PLAN), NULL, 0, &answer, &length), &answer, &length, "noChecker"));
    rehabplan_checker_free(&none);
    SO(none == 0);
  }
}

static void checkers(void) {
  char *answer = NULL;
  size_t length = 0;
  rehabplan_checker checker = 99;
  const char *options =
      "{\"only\":{\"rules\":[\"P2.1.pkt2\"]},\"suppress\":[{\"case\":\"4711\",\"key\":\"P2.1.pkt2!/forberedendeDel\","
      "\"reason\":\"Ligger i det gamle system\",\"author\":\"A. Jensen\",\"date\":\"2020-03-02\"}]}";

  SO(failed_with(rehabplan_checker_new("{\"x\":1}", 7, &checker, &answer, &length), &answer, &length, "badOptions"));
  SO(checker == 0);
  SO(failed_with(rehabplan_checker_new(NULL, 0, NULL, &answer, &length), &answer, &length, "badArgument"));
  checker = 99;
  SO(rehabplan_checker_new(NULL, 0, &checker, NULL, &length) == REHABPLAN_NO_ANSWER);
  SO(checker == 0);

  SO(rehabplan_checker_new(options, strlen(options), &checker, &answer, &length) == REHABPLAN_OK);
  rehabplan_free(&answer);
  SO(rehabplan_checker_check(checker, PLAN, strlen(PLAN), "4711", 4, &answer, &length) == REHABPLAN_OK);
  SO(strstr(answer, "\"errors\":0,") != NULL);
  rehabplan_free(&answer);
  SO(rehabplan_checker_check(checker, PLAN, strlen(PLAN), "4712", 4, &answer, &length) == REHABPLAN_OK);
  SO(strstr(answer, "\"errors\":1,") != NULL);
  rehabplan_free(&answer);
  SO(failed_with(rehabplan_checker_check(checker, PLAN, 2, NULL, 4, &answer, &length), &answer, &length, "badArgument"));
  SO(failed_with(rehabplan_checker_check(checker, PLAN, 2, "\xff", 1, &answer, &length), &answer, &length, "badArgument"));
  SO(rehabplan_checker_check(checker, PLAN, 2, NULL, 0, NULL, NULL) == REHABPLAN_NO_ANSWER);
  rehabplan_checker_free(&checker);
}

static void catalogue(void) {
  char *answer = NULL;
  size_t length = 0;
  SO(rehabplan_rules(NULL, 0, &answer, &length) == REHABPLAN_OK && begins(&answer, length, "[{\"id\":\"P"));
  SO(failed_with(rehabplan_rules("{\"a\":1}", 7, &answer, &length), &answer, &length, "badOptions"));
  SO(failed_with(rehabplan_rules(NULL, 1, &answer, &length), &answer, &length, "badArgument"));
  SO(rehabplan_rules(NULL, 0, NULL, NULL) == REHABPLAN_NO_ANSWER);
  SO(rehabplan_explain("P3.1.4", 6, &answer, &length) == REHABPLAN_OK && begins(&answer, length, "{\"id\":\"P3.1.4\""));
  SO(failed_with(rehabplan_explain("P3.1.4x", 7, &answer, &length), &answer, &length, "unknownRule"));
  SO(failed_with(rehabplan_explain("\xff", 1, &answer, &length), &answer, &length, "unknownRule"));
  SO(failed_with(rehabplan_explain(NULL, 0, &answer, &length), &answer, &length, "unknownRule"));
  SO(failed_with(rehabplan_explain(NULL, 1, &answer, &length), &answer, &length, "badArgument"));
  SO(rehabplan_explain("P3.1.4", 6, NULL, NULL) == REHABPLAN_NO_ANSWER);
  SO(rehabplan_coverage(NULL, 0, &answer, &length) == REHABPLAN_OK && begins(&answer, length, "[{\"unit\":\"P1.1\""));
  SO(rehabplan_coverage("{\"lang\":\"en\"}", 13, &answer, &length) == REHABPLAN_OK);
  SO(strstr(answer, "\"unit\":\"P16.1\"") != NULL);
  rehabplan_free(&answer);
  SO(failed_with(rehabplan_coverage("{\"phase\":\"indsats\"}", 19, &answer, &length), &answer, &length, "badOptions"));
  SO(failed_with(rehabplan_coverage(NULL, 1, &answer, &length), &answer, &length, "badArgument"));
  SO(rehabplan_coverage(NULL, 0, NULL, NULL) == REHABPLAN_NO_ANSWER);
  SO(rehabplan_profiles(&answer, &length) == REHABPLAN_OK && begins(&answer, length, "[{\"id\":\"vejledning\""));
  SO(rehabplan_profiles(&answer, NULL) == REHABPLAN_OK);
  rehabplan_free(&answer);
  SO(rehabplan_profiles(NULL, NULL) == REHABPLAN_NO_ANSWER);
  SO(rehabplan_schema(NULL, 0, &answer, &length) == REHABPLAN_OK && begins(&answer, length, "{"));
  SO(failed_with(rehabplan_schema("{\"schema\":\"x\"}", 14, &answer, &length), &answer, &length, "badOptions"));
  SO(failed_with(rehabplan_schema(NULL, 1, &answer, &length), &answer, &length, "badArgument"));
  SO(rehabplan_schema(NULL, 0, NULL, NULL) == REHABPLAN_NO_ANSWER);
}

/* Takes an answer, whichever it is: text of the length that it says it has, and an error only if the status says so. */
static int is_sound(int32_t status, char **answer, size_t length) {
  int is_error = *answer != NULL && strncmp(*answer, "{\"code\":\"", 9) == 0;
  int is_so = *answer != NULL && strlen(*answer) == length && length >= 2;
  is_so &= status == (is_error ? REHABPLAN_ERROR : REHABPLAN_OK) && strncmp(*answer, "{\"code\":\"failed\"", 16) != 0;
  if (!is_so) fprintf(stderr, "answer, status %d: %.120s\n", (int)status, *answer != NULL ? *answer : "NULL");
  rehabplan_free(answer);
  return is_so;
}

static unsigned next(unsigned long long *state) {
  *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
  return (unsigned)(*state >> 33);
}

/* A text, which every other time is cut off somewhere or has some other bytes in it, in memory of exactly its length. */
static char *broken(const char *text, size_t *length, unsigned long long *state) {
  *length = strlen(text);
  if (next(state) % 2 == 0) return exactly(text, *length);
  if (next(state) % 2 == 0) *length = next(state) % (*length + 1);
  char *bytes = exactly(text, *length);
  for (unsigned left = next(state) % 4; left > 0 && *length > 0; left--) {
    bytes[next(state) % *length] = (char)(next(state) % 2 == 0 ? next(state) : (unsigned)"{}[]\",:\\ 0e"[next(state) % 11]);
  }
  return bytes;
}

/* Such texts wherever one is taken, the same ones each time. */
static void garbage(int rounds) {
  static const char *const options[] = {
      "{\"phase\":\"indsats\",\"asOf\":\"2020-06-01\",\"detail\":\"all\",\"lang\":\"en\",\"language\":false,\"case\":\"4711\"}",
      "{\"only\":{\"rules\":[\"P2.1.pkt2\"],\"paths\":[\"/moede\"]},\"horizon\":[\"/sag\",\"/moede/dato\"]}",
      "{\"profiles\":[\"proces:maksSider=50\",{\"id\":\"egen\"}],\"suppress\":[{\"case\":\"4711\",\"key\":\"P2.1.pkt2!\"}]}",
      "{\"schema\":\"report\",\"lang\":\"en\"}",
  };
  unsigned long long state = 1;
  int answered = 0;
  for (int round = 0; round < rounds; round++) {
    char *answer = NULL;
    size_t length = 0, plan_length, option_length, id_length;
    char *plan = broken(PLAN, &plan_length, &state);
    char *option = broken(options[next(&state) % (sizeof options / sizeof options[0])], &option_length, &state);
    char *id = broken("proces/PR1", &id_length, &state);
    rehabplan_checker checker = 99;

    int32_t status = rehabplan_check(plan, plan_length, option, option_length, &answer, &length);
    SO(is_sound(status, &answer, length));
    status = rehabplan_checker_new(option, option_length, &checker, &answer, &length);
    SO((status == REHABPLAN_OK) == (checker != 0));
    SO(is_sound(status, &answer, length));
    status = rehabplan_checker_check(checker, plan, plan_length, id, id_length, &answer, &length);
    answered += status == REHABPLAN_OK;
    SO(is_sound(status, &answer, length));
    rehabplan_checker_free(&checker);
    if (round % 10 == 0) {
      status = rehabplan_rules(option, option_length, &answer, &length);
      SO(is_sound(status, &answer, length));
      status = rehabplan_schema(option, option_length, &answer, &length);
      SO(is_sound(status, &answer, length));
      status = rehabplan_coverage(option, option_length, &answer, &length);
      SO(is_sound(status, &answer, length));
      status = rehabplan_explain(id, id_length, &answer, &length);
      SO(is_sound(status, &answer, length));
    }
    free(plan);
    free(option);
    free(id);
  }
  /* Some of it is good enough to go all the way, and some is not. */
  SO(answered > rounds / 20 && answered < rounds - rounds / 20);
}

struct shared {
  rehabplan_checker checker;
  const char *expected;
  pthread_barrier_t start;
};

/* Each has answers of its own, and all are the same. */
static void *worker(void *given) {
  struct shared *shared = given;
  intptr_t wrong = 0;
  pthread_barrier_wait(&shared->start);
  for (int round = 0; round < 3; round++) {
    char *answer = NULL;
    size_t length = 0;
    int32_t status = rehabplan_checker_check(shared->checker, PLAN, strlen(PLAN), NULL, 0, &answer, &length);
    wrong += status != REHABPLAN_OK || strcmp(answer, shared->expected) != 0;
    rehabplan_free(&answer);
  }
  return (void *)wrong;
}

/* While another frees the checker: a report, or that there is no checker any more. */
static void *late(void *given) {
  struct shared *shared = given;
  intptr_t wrong = 0;
  pthread_barrier_wait(&shared->start);
  for (int round = 0; round < 20; round++) {
    char *answer = NULL;
    size_t length = 0;
    int32_t status = rehabplan_checker_check(shared->checker, PLAN, strlen(PLAN), NULL, 0, &answer, &length);
    wrong += status == REHABPLAN_OK ? strcmp(answer, shared->expected) != 0 : strstr(answer, "noChecker") == NULL;
    rehabplan_free(&answer);
  }
  return (void *)wrong;
}

/* A checker of its own, while all others make and free theirs. */
static void *own(void *given) {
  struct shared *shared = given;
  intptr_t wrong = 0;
  pthread_barrier_wait(&shared->start);
  for (int round = 0; round < 3; round++) {
    char *answer = NULL;
    rehabplan_checker checker = 0;
    wrong += rehabplan_checker_new(NULL, 0, &checker, &answer, NULL) != REHABPLAN_OK || checker == shared->checker;
    rehabplan_free(&answer);
    rehabplan_checker copy = checker;
    int32_t status = rehabplan_checker_check(checker, PLAN, strlen(PLAN), NULL, 0, &answer, NULL);
    wrong += status != REHABPLAN_OK || strcmp(answer, shared->expected) != 0;
    rehabplan_free(&answer);
    rehabplan_checker_free(&checker);
    /* Nobody is given its number again. */
    status = rehabplan_checker_check(copy, PLAN, strlen(PLAN), NULL, 0, &answer, NULL);
    wrong += status != REHABPLAN_ERROR || strstr(answer, "noChecker") == NULL;
    rehabplan_free(&answer);
  }
  return (void *)wrong;
}

static intptr_t run_threads(int count, void *(*work)(void *), struct shared *shared) {
  pthread_t *threads = calloc((size_t)count, sizeof *threads);
  pthread_attr_t small;
  intptr_t wrong = 0;
  if (threads == NULL) abort();
  pthread_attr_init(&small);
  /* As little as some servers give a thread. */
  pthread_attr_setstacksize(&small, 256 * 1024);
  for (int place = 0; place < count; place++) {
    if (pthread_create(&threads[place], &small, work, shared) != 0) abort();
  }
  pthread_barrier_wait(&shared->start);
  if (work == late) {
    rehabplan_checker copy = shared->checker;
    rehabplan_checker_free(&copy);
  }
  for (int place = 0; place < count; place++) {
    void *result = NULL;
    pthread_join(threads[place], &result);
    wrong += (intptr_t)result;
  }
  pthread_attr_destroy(&small);
  free(threads);
  return wrong;
}

static void threads(int count) {
  char *answer = NULL, *expected = NULL;
  struct shared shared = {0};
  SO(rehabplan_check(PLAN, strlen(PLAN), NULL, 0, &expected, NULL) == REHABPLAN_OK);
  shared.expected = expected;
  void *(*works[])(void *) = {worker, own, late};
  for (int which = 0; which < 3; which++) {
    int here = works[which] == late ? 16 : count;
    SO(rehabplan_checker_new(NULL, 0, &shared.checker, &answer, NULL) == REHABPLAN_OK);
    rehabplan_free(&answer);
    pthread_barrier_init(&shared.start, NULL, (unsigned)here + 1);
    SO(run_threads(here, works[which], &shared) == 0);
    pthread_barrier_destroy(&shared.start);
    rehabplan_checker_free(&shared.checker);
  }
  rehabplan_free(&expected);
}

int main(int count, char **arguments) {
  int many = count > 1 ? atoi(arguments[1]) : 1000;
  one_plan();
  freed_twice();
  checkers();
  catalogue();
  garbage(10 * many);
  threads(many);
  printf("hostile: %s, with %d threads\n", failures == 0 ? "all is as it should be" : "FAILED", many);
  return failures == 0 ? 0 : 1;
}
