// Who was spoken of lately: what pronouns and "the company" look back upon.
#pragma once

#include <functional>
#include <vector>

#include "extract/entity/cast.hpp"

namespace dateline::entity {

struct Trace {
  std::uint32_t member = 0;
  std::uint32_t token = 0;  ///< head of the mention
  std::uint32_t sentence = 0;
  bool subject = false;
  MentionForm form = MentionForm::name;
};

class Scene {
 public:
  Scene(const Page& page, const Cast& cast) : page_(page), cast_(cast) {}

  void note(std::uint32_t member, std::uint32_t head, MentionForm form);

  /// How often a member was spoken of so far.
  int mentions(std::uint32_t member) const { return member < counts_.size() ? counts_[member] : 0; }

  /// Whether nobody of the same kind was spoken of more often so far, and this one more than once.
  bool is_foremost(std::uint32_t member) const;

  /// Of whom the text speaks more than of anybody else who `fits`, some times at least.
  std::optional<std::uint32_t> topic(const std::function<bool(const Member&)>& fits) const;

  /// Traces of the last `sentences` sentences before that of `token` and of its own, latest first.
  std::vector<Trace> before(std::uint32_t token, std::uint32_t sentences) const;

  /// The latest member that `fits`, within so many sentences.
  std::optional<std::uint32_t> latest(std::uint32_t token, std::uint32_t sentences,
                                      const std::function<bool(const Member&)>& fits) const;

  /// The same where several fit: who is spoken of clearly more often, or is the only subject of the last sentence that names one and does
  /// nothing to the others; none when it may be either.
  std::optional<std::uint32_t> foremost(std::uint32_t token, std::uint32_t sentences,
                                        const std::function<bool(const Member&)>& fits) const;

  /// The only member that `fits`, within so many sentences, but for the subject of the verb that has `token` as its object.
  std::optional<std::uint32_t> single(std::uint32_t token, std::uint32_t sentences,
                                      const std::function<bool(const Member&)>& fits) const;

  /// The member that `fits`, however far back, when it is the only one spoken of so far that does.
  std::optional<std::uint32_t> only(const std::function<bool(const Member&)>& fits) const;

  /// Whom a bare "the judge", "the team" at `token` takes up of those told with that noun: who was just spoken of, or clearly more often than the
  /// others; no person who was spoken of long ago.
  std::optional<std::uint32_t> taken_up(const std::vector<std::uint32_t>& told, std::uint32_t token, bool many) const;

  /// All distinct members that `fits`, within so many sentences, latest first.
  std::vector<std::uint32_t> distinct(std::uint32_t token, std::uint32_t sentences,
                                      const std::function<bool(const Member&)>& fits) const;

 private:
  std::uint32_t place_of(std::uint32_t head) const;
  std::vector<Trace> candidates(std::uint32_t token, std::uint32_t sentences,
                                const std::function<bool(const Member&)>& fits) const;

  const Page& page_;
  const Cast& cast_;
  std::vector<int> counts_;    ///< by member
  std::vector<Trace> traces_;  ///< in text order
};

/// Whom a pronoun stands for; none when unsure. Several for a "they" of two coordinated names.
std::vector<std::uint32_t> whom(const Page& page, const Rules& rules, const Cast& cast, const Scene& scene,
                                std::uint32_t token, const Pronoun& pronoun);

}  // namespace dateline::entity
