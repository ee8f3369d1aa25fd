#include "graph/merge/labels.hpp"

#include <algorithm>
#include <cctype>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::merging {
namespace {

constexpr std::string_view negated_row = "negated";  // of statuses.tsv, beside those of the statuses
constexpr std::string_view own_verb = "~";           // of a template: the verb of the text
constexpr std::size_t named_in_list = 4;             // longer lists end in "and N others"

std::vector<LabelName> chosen(const Slots& slots, const std::string& role, const std::string& which) {
  const auto found = slots.find(role);
  if (found == slots.end() || found->second.empty()) return {};
  const std::vector<LabelName>& names = found->second;
  if (which == "1") return {names.front()};
  if (which == "rest") return {names.begin() + 1, names.end()};
  return names;
}

std::vector<LabelName> without_articles(std::vector<LabelName> names) {
  for (LabelName& name : names) {
    if (name.article != LabelName::Article::by_name) name.article = LabelName::Article::none;
  }
  return names;
}

void replace_first(std::string& text, std::string_view from, std::string_view to) {
  if (const std::size_t at = text.find(from); at != text.npos) text.replace(at, from.size(), to);
}

std::string capitalised(std::string text) {
  if (text.empty()) return text;
  std::size_t after = 0;
  const char32_t first = utf8::next(text, after);
  if (first >= 'a' && first <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// Places of `close` that ends what `open` at the front of `text` begins; npos when nothing does.
std::size_t closing(std::string_view text, char open, char close) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == open) ++depth;
    if (text[i] == close && --depth == 0) return i;
  }
  return text.npos;
}

}  // namespace

struct Labels::Writer {
  const Labels& labels;
  const Slots& slots;
  std::string_view status;  ///< a row of statuses.tsv; one that has none leaves the past
  Number number;

  std::string list(const std::vector<LabelName>& names) const {
    const std::size_t shown = names.size() > named_in_list ? named_in_list - 1 : names.size();
    std::string out = labels.with_article(names.front());
    for (std::size_t i = 1; i < shown; ++i) {
      out = labels.phrase(i + 1 == names.size() ? "list-last" : "list", out, labels.with_article(names[i]));
    }
    if (shown == names.size()) return out;
    return labels.phrase("list-last", out, labels.phrase("more", std::to_string(names.size() - shown)));
  }

  std::string verb(const Part& given) const {
    const Part part = told_verb(given, slots);
    const std::size_t slash = part.text.find('/');
    std::string past = part.text;
    if (slash != past.npos) past = number == Number::plural ? past.substr(slash + 1) : past.substr(0, slash);
    // "was/were attacked": the alternatives are the first word alone.
    if (slash != part.text.npos && number == Number::singular) {
      const std::size_t space = part.text.find(' ', slash);
      if (space != part.text.npos) past += part.text.substr(space);
    }
    const auto found = labels.statuses_.find(status);
    if (found == labels.statuses_.end()) return past;
    std::string out = number == Number::plural ? found->second.second : found->second.first;
    replace_first(out, "{past}", past);
    replace_first(out, "{base}", part.base);
    replace_first(out, "{participle}", part.participle);
    return out;
  }

  std::string text(const Template& parts) const {
    std::string out;
    for (const Part& part : parts) {
      switch (part.kind) {
        case Part::Kind::words:
          out += part.text;
          break;
        case Part::Kind::slot:
          if (is_one_of_many(part, slots)) {
            out += labels.phrase("one-of");
            break;
          }
          if (!part.counted.empty() && chosen(slots, part.text, part.which).front().vague) {
            out += labels.phrase("vague-count", chosen(slots, part.text, part.which).front().text);
            break;
          }
          out += list(part.bare ? without_articles(chosen(slots, part.text, part.which))
                                : chosen(slots, part.text, part.which));
          break;
        case Part::Kind::verb:
          out += verb(part);
          break;
        case Part::Kind::optional:
          if (fits(part.inner, slots)) out += text(part.inner);
          break;
      }
    }
    return out;
  }
};

Labels::Template Labels::parsed(const Row& row, std::string_view text) {
  Template parts;
  const auto refuse = [&](std::string_view what) {
    fail(row, "template '" + std::string(text) + "': " + std::string(what));
  };
  for (std::string_view rest = text; !rest.empty();) {
    const char front = rest.front();
    const std::size_t end = front == '['   ? closing(rest, '[', ']')
                            : front == '{' ? rest.find('}')
                            : front == '<' ? rest.find('>')
                                           : 0;
    if (end == rest.npos) refuse("what '" + std::string(1, front) + "' opens is not closed");
    Part part;
    if (end == 0) {
      const std::size_t stop = std::min(rest.find_first_of("[{<"), rest.size());
      part.text = rest.substr(0, stop);
      rest.remove_prefix(stop);
    } else {
      const std::string_view inside = rest.substr(1, end - 1);
      rest.remove_prefix(end + 1);
      if (front == '[') {
        part.kind = Part::Kind::optional;
        part.inner = parsed(row, inside);
      } else if (front == '{') {
        part.kind = Part::Kind::slot;
        part.bare = inside.ends_with('!');
        const std::size_t dot = inside.find('.'), at = inside.find_first_of("@!");
        if (at != inside.npos && !part.bare) part.counted = inside.substr(at + 1);
        part.text = inside.substr(0, std::min(dot, at));
        if (dot != inside.npos) part.which = inside.substr(dot + 1);
        if (!part.which.empty() && part.which != "1" && part.which != "rest") refuse("a slot ends in .1 or .rest");
      } else {
        part.kind = Part::Kind::verb;
        const std::vector<std::string_view> forms = split(inside, '|');
        part.own = inside == own_verb;
        if (!part.own && forms.size() != 3) refuse("a verb has three forms: <past|base|participle>");
        if (!part.own) part.text = forms[0], part.base = forms[1], part.participle = forms[2];
        if (part.text.starts_with('*')) part.number = Number::plural, part.text.erase(0, 1);
      }
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

Labels::Labels(const Resources& resources) : uses_(resources), phrases_of_nouns_(resources) {
  const Table& labels = resources.table("en/merge/labels");
  for (const Row& row : labels.rows) {
    std::string_view rest = labels.cell(row, "template");
    for (std::size_t at = 0; at != rest.npos;) {
      at = rest.find("||");
      templates_[labels.cell(row, "id")].push_back(parsed(row, rest.substr(0, at)));
      if (at != rest.npos) rest.remove_prefix(at + 2);
    }
  }
  const Table& statuses = resources.table("en/merge/statuses");
  for (const Row& row : statuses.rows) {
    const std::string& id = statuses.cell(row, "id");
    if (id != negated_row && !status_named(id)) fail(row, "'" + id + "' is no status");
    statuses_[id] = {statuses.cell(row, "singular"), statuses.cell(row, "plural")};
  }
  const Table& phrases = resources.table("en/merge/phrases");
  for (const Row& row : phrases.rows) phrases_[phrases.cell(row, "id")] = phrases.cell(row, "text");
  const Table& irregular = resources.table("en/syntax/irregular");
  for (const Row& row : irregular.rows) {
    if (irregular.cell(row, "kind") != "verb") continue;
    const std::vector<std::string> pasts = irregular.list(row, "first"), participles = irregular.list(row, "second");
    if (participles.empty() || pasts.empty()) continue;
    for (const std::string& form : participles) participles_.emplace(form, form), pasts_.emplace(form, pasts.front());
    for (const std::string& form : pasts) participles_.emplace(form, participles.front()), pasts_.emplace(form, form);
    participles_.emplace(irregular.cell(row, "lemma"), participles.front());
    pasts_.emplace(irregular.cell(row, "lemma"), pasts.front());
  }
  read_sides(resources);
  const Table& articles = resources.table("en/merge/articles");
  for (const Row& row : articles.rows) articles_.emplace_back(articles.cell(row, "begins"), articles.cell(row, "ends"));
}

std::string Labels::phrase(std::string_view id, std::string_view first, std::string_view second) const {
  const auto found = phrases_.find(id);
  if (found == phrases_.end()) return {};
  // From the end, so that what is filled in is not read again.
  std::string text = found->second;
  const std::size_t two = text.find("{2}");
  if (two != text.npos) text.replace(two, 3, second);
  replace_first(text, "{1}", first);
  return text;
}

std::string Labels::with_article(const LabelName& given) const {
  const std::string& name = given.text;
  if (given.article == LabelName::Article::none) return name;
  if (given.article == LabelName::Article::definite) return phrase("article", name);
  if (given.article == LabelName::Article::indefinite) return phrases_of_nouns_.with_indefinite(name);
  const auto whole_words = [&](const std::string& part, std::size_t at) {
    const std::size_t end = at + part.size();
    return (at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ');
  };
  const std::vector<std::string> plain = plain_words(name.substr(0, name.find(' ')));
  if (!plain.empty() && uses_.is(plain.front(), WordUse::determiner)) return name;
  if (phrases_of_nouns_.is_owned_thing(name)) return name;
  for (const auto& [begins, ends] : articles_) {
    const bool front = begins.empty() || (name.starts_with(begins) && whole_words(begins, 0));
    const bool back = ends.empty() || (name.ends_with(ends) && whole_words(ends, name.size() - ends.size()));
    if (front && back) return phrase("article", name);
  }
  return name;
}

LabelName Labels::named_by_phrase(const std::string& phrase, LabelName::Article article) const {
  LabelName out{phrase, phrases_of_nouns_.number(phrase), LabelName::Article::by_name};
  if (phrases_of_nouns_.needs_article(phrase))
    out.article = article == LabelName::Article::indefinite && phrases_of_nouns_.names_the_one(phrase)
                      ? LabelName::Article::definite
                      : article;
  return out;
}

bool Labels::fits(const Template& parts, const Slots& slots) {
  return std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
    if (part.kind == Part::Kind::verb && part.own)
      return slots.contains("did") || slots.contains("do") || slots.contains("having_done");
    if (part.kind != Part::Kind::slot) return true;
    if (!part.counted.empty()) {
      const std::vector<LabelName> whom = chosen(slots, part.counted, "");
      if (whom.size() != 1 || whom.front().number != Number::plural) return false;
      // "additional 200 troops": the phrase says it itself
      const std::vector<LabelName> count = chosen(slots, part.text, part.which);
      const std::string name = " " + utf8::lower(whom.front().text) + " ";
      if (!count.empty() && name.find(" " + utf8::lower(count.front().text) + " ") != name.npos) return false;
    }
    return !chosen(slots, part.text, part.which).empty();
  });
}

/// An amount of one that counts a plural: "one of the miners".
bool Labels::is_one_of_many(const Part& part, const Slots& slots) {
  if (part.kind != Part::Kind::slot || part.counted.empty()) return false;
  const std::vector<LabelName> amount = chosen(slots, part.text, part.which);
  return !amount.empty() && amount.front().number == Number::singular;
}

// A verb with the text's own forms where it asks for them.
Labels::Part Labels::told_verb(const Part& part, const Slots& slots) {
  if (!part.own) return part;
  Part told = part;
  const auto form = [&](const std::string& slot) {
    const std::vector<LabelName> names = chosen(slots, slot, "");
    return names.empty() ? std::string() : names.front().text;
  };
  told.text = form("did"), told.base = form("do"), told.participle = form("having_done");
  return told;
}

// By what stands before the verb.
Number Labels::number_of(const Template& parts, const Slots& slots) {
  for (const Part& part : parts) {
    if (part.kind == Part::Kind::verb) return part.number;
    if (part.kind == Part::Kind::optional && fits(part.inner, slots) && is_one_of_many(part.inner.front(), slots))
      return Number::singular;
    if (part.kind != Part::Kind::slot) continue;
    const std::vector<LabelName> names = chosen(slots, part.text, part.which);
    return names.size() > 1 || names.front().number == Number::plural ? Number::plural : Number::singular;
  }
  return Number::singular;
}

const Labels::Template* Labels::fitting(const Told& told, const Slots& slots) const {
  const std::string type(told.type);
  for (const std::string& id :
       {std::string(told.rule), type + "/" + std::string(told.mode), type, std::string("default")}) {
    const auto found = templates_.find(id);
    if (found == templates_.end()) continue;
    for (const Template& parts : found->second) {
      if (fits(parts, slots)) return &parts;
    }
  }
  return nullptr;
}

std::string Labels::sentence(const Told& told, Status status, const Slots& slots) const {
  const Template* parts = fitting(told, slots);
  if (parts == nullptr) return capitalised(plain_type(told.type));
  return capitalised(
      Writer{*this, slots, told.negated ? negated_row : name(status), number_of(*parts, slots)}.text(*parts));
}

void Labels::add_filled_in(const Template& parts, const Slots& slots, std::vector<LabelName>& names) {
  for (const Part& part : parts) {
    if (part.kind == Part::Kind::optional && fits(part.inner, slots)) add_filled_in(part.inner, slots, names);
    if (part.kind != Part::Kind::slot) continue;
    const std::vector<LabelName> said = chosen(slots, part.text, part.which);
    names.insert(names.end(), said.begin(), said.end());
  }
}

std::vector<LabelName> Labels::filled_in(const Told& told, const Slots& slots) const {
  std::vector<LabelName> names;
  if (const Template* parts = fitting(told, slots)) add_filled_in(*parts, slots, names);
  return names;
}

std::optional<Labels::Clause> Labels::clause(const Told& told, const Slots& slots) const {
  const Template* parts = fitting(told, slots);
  if (parts == nullptr || parts->empty()) return std::nullopt;
  const std::size_t first = parts->front().kind == Part::Kind::optional ? 1 : 0;  // "[{count@role} ]{role} <did>"
  const std::size_t verb_at = first + 2;                                          // subject, blank, verb
  if (parts->size() <= verb_at || (*parts)[first].kind != Part::Kind::slot ||
      (*parts)[first + 1].kind != Part::Kind::words || trim((*parts)[first + 1].text) != "" ||
      (*parts)[verb_at].kind != Part::Kind::verb) {
    return std::nullopt;
  }
  const Writer writer{*this, slots, name(Status::asserted), Number::singular};
  const std::string after =
      writer.text(Template(parts->begin() + static_cast<std::ptrdiff_t>(verb_at) + 1, parts->end()));
  std::vector<LabelName> subject = chosen(slots, (*parts)[first].text, (*parts)[first].which);
  if (first == 1 && fits(parts->front().inner, slots) && subject.size() == 1)
    subject.front().text = writer.text(parts->front().inner) + subject.front().text;
  const Part verb = told_verb((*parts)[verb_at], slots);
  return Clause{std::move(subject), verb.base.empty() ? "" : verb.base + after,
                verb.participle.empty() ? "" : verb.participle + after};
}

std::string Labels::about_slot(std::string_view words) const {
  const auto opens = [](std::string_view word) {
    std::size_t at = 0;
    const char32_t front = word.empty() ? U' ' : utf8::next(word, at);
    return front >= 0x80 || front == '$' || front == '"' || front == '\'' ||
           std::isalnum(static_cast<unsigned char>(front)) != 0;
  };
  if (words.size() > 2 && words.front() == '"' && words.back() == '"') return "about_quote";
  const std::vector<std::string_view> all = split(words, ' ');
  if (!opens(all.front()) || (all.size() > 1 && !opens(all[1]))) return {};
  const std::vector<std::string> plain = plain_words(all.front());
  if (plain.empty()) return {};
  return uses_.is(plain.front(), WordUse::cut) ? "about_" + plain.front() : "about";
}

std::string Labels::participle(std::string_view word) const {
  const auto irregular = participles_.find(word);
  if (irregular != participles_.end()) return irregular->second;
  return uses_.ends(word, WordUse::participle_ending) ? std::string(word) : "";
}

std::string Labels::base(std::string_view word) const {
  const auto past = pasts_.find(word);
  if (past != pasts_.end()) return past->second == word || participle(word) == word ? "" : std::string(word);
  return uses_.ends(word, WordUse::participle_ending) || uses_.ends(word, WordUse::inflected_ending)
             ? ""
             : std::string(word);
}

std::string Labels::past(std::string_view word) const {
  const auto irregular = pasts_.find(word);
  if (irregular != pasts_.end()) return irregular->second;
  return uses_.ends(word, WordUse::participle_ending) ? std::string(word) : "";
}

std::string Labels::begun(const std::string& words) const { return capitalised(words); }

std::string Labels::plain_type(std::string_view type) {
  std::string plain(type);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

}  // namespace dateline::merging
