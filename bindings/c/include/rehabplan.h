/*
 * rehabplan: checks a Danish rehabiliteringsplan against the regulation that governs it.
 *
 * Text is UTF-8, given as an address and a length in bytes, and need not end with a NUL; NULL with the length 0 is no text.
 * Every function may be called from any number of threads at once, and none keeps what it was given.
 *
 * An answer is one line of JSON that ends with a NUL. It belongs to the caller, who gives it back with rehabplan_free and with
 * nothing else. With REHABPLAN_OK it is what was asked for, and with REHABPLAN_ERROR it is
 *
 *     {"code":"badOptions","message":"phase is forelaeggelse, indstilling or indsats","reason":null,"path":null}
 *
 * where the code is stable. What is wrong inside a plan is no error: it is in the report. No answer holds anything that stands
 * in the plan. Where the answer is to be put may not be NULL; its length may, for callers that do not ask.
 *
 * Written by `cargo xtask gen` from bindings/c/src/lib.rs. Change that, and not this file.
 */


#ifndef REHABPLAN_H
#define REHABPLAN_H

#include <stddef.h>
#include <stdint.h>

/**
 * The version of this ABI. A library with another number has other functions, or the same ones with another meaning.
 */
#define REHABPLAN_ABI 1

/**
 * The answer is what was asked for.
 */
#define REHABPLAN_OK 0

/**
 * The answer is an error in JSON.
 */
#define REHABPLAN_ERROR 1

/**
 * Nothing was done, because there is no place for an answer: `answer` is NULL.
 */
#define REHABPLAN_NO_ANSWER 2

/**
 * Stands for a checker. It is a number: 0 is none, and one that was freed is never given again.
 */
typedef size_t rehabplan_checker;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The version of the ABI that the library has. Compare it with REHABPLAN_ABI, which is the version of this header.
 */
uint32_t rehabplan_abi(void);

/**
 * The version of the library, such as "0.1.0". It is the library's own and is not freed.
 */
const char *rehabplan_version(void);

/**
 * Checks one plan. The answer is the report.
 *
 * Options are a JSON object, or no text: phase, asOf, detail, lang, language, only, horizon, profiles, suppress, needs, case; the README
 * says what each may be.
 *
 * Errors: notUtf8, notJson, notAnObject, tooLarge (more than 8 MiB), tooDeep, listTooLong and tooManyFindings say that the document
 * is no plan that can be read; badOptions and badProfile that the options are not; badArgument that an address or a length is
 * impossible; failed that the library has a defect.
 *
 * What the caller promises:
 *
 * The addresses and lengths are those of readable bytes, and `answer` and `answer_length` can be written.
 */
int32_t rehabplan_check(const char *plan,
                        size_t plan_length,
                        const char *options,
                        size_t options_length,
                        char **answer,
                        size_t *answer_length);

/**
 * Makes a checker, which reads the options once for any number of plans, and puts it at `checker`. The answer is {} then.
 * Free it with rehabplan_checker_free.
 *
 * The options are those of rehabplan_check without case, which is given with each plan.
 *
 * Errors: badOptions, badProfile, badArgument, failed; 0 is put at `checker`.
 *
 * What the caller promises:
 *
 * The address and length are those of readable bytes, and `checker`, `answer` and `answer_length` can be written.
 */
int32_t rehabplan_checker_new(const char *options,
                              size_t options_length,
                              rehabplan_checker *checker,
                              char **answer,
                              size_t *answer_length);

/**
 * Checks a plan with a checker. The answer is the report.
 *
 * `case_id` is your own id of the plan's case, which suppressions name; NULL with the length 0 when there is none.
 *
 * Errors: as rehabplan_check has for the document; badArgument; noChecker when there is no such checker, because it was freed or
 * never made; failed.
 *
 * What the caller promises:
 *
 * The addresses and lengths are those of readable bytes, and `answer` and `answer_length` can be written.
 */
int32_t rehabplan_checker_check(rehabplan_checker checker,
                                const char *plan,
                                size_t plan_length,
                                const char *case_id,
                                size_t case_id_length,
                                char **answer,
                                size_t *answer_length);

/**
 * Frees a checker and puts 0 in its place. A check that runs on another thread comes to its end. NULL, 0 and a checker that was
 * freed before are nothing to do.
 *
 * What the caller promises:
 *
 * `checker` is NULL, or can be read and written.
 */
void rehabplan_checker_free(rehabplan_checker *checker);

/**
 * Every rule. The answer is a list, as of `rehabplan rules --format json`. The option profiles adds their rules; lang is the
 * language of what is said of a profile that cannot be used.
 *
 * Errors: badOptions, badProfile, badArgument, failed.
 *
 * What the caller promises:
 *
 * The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
 */
int32_t rehabplan_rules(const char *options,
                        size_t options_length,
                        char **answer,
                        size_t *answer_length);

/**
 * Everything there is to say about one rule, by its id, such as P3.1.4 or proces/PR1; capitals do not matter.
 *
 * Errors: unknownRule, badArgument, failed.
 *
 * What the caller promises:
 *
 * The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
 */
int32_t rehabplan_explain(const char *id, size_t id_length, char **answer, size_t *answer_length);

/**
 * What becomes of every legal unit of the regulation. The answer is a list, as of `rehabplan coverage --format json`. The option
 * lang is the language of the reasons.
 *
 * Errors: badOptions, badArgument, failed.
 *
 * What the caller promises:
 *
 * The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
 */
int32_t rehabplan_coverage(const char *options,
                           size_t options_length,
                           char **answer,
                           size_t *answer_length);

/**
 * Every profile that comes with the library: guidance, process, trials, proposals. The answer is a list, as of `rehabplan profiles
 * --format json`.
 *
 * Errors: failed.
 *
 * What the caller promises:
 *
 * `answer` and `answer_length` can be written.
 */
int32_t rehabplan_profiles(char **answer,
                           size_t *answer_length);

/**
 * A JSON Schema (2020-12). The option schema is plan (when left out), report, profile or suppressions; lang is the language of
 * the titles and descriptions of a plan and a report.
 *
 * Errors: badOptions, badArgument, failed.
 *
 * What the caller promises:
 *
 * The address and length are those of readable bytes, and `answer` and `answer_length` can be written.
 */
int32_t rehabplan_schema(const char *options,
                         size_t options_length,
                         char **answer,
                         size_t *answer_length);

/**
 * Gives an answer back, and puts NULL in its place, so that doing it again does nothing. A copy of the address is worth nothing
 * from then on: to read it or to free it is an error that this library cannot see.
 *
 * What the caller promises:
 *
 * `answer` is NULL, or holds NULL or an answer of this library that was not freed.
 */
void rehabplan_free(char **answer);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* REHABPLAN_H */
