/** A package's name as the index compares names: `Flask_SQLAlchemy` is `flask-sqlalchemy`. https://packaging.python.org/en/latest/specifications/name-normalization/ */
export function normalizedName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}
